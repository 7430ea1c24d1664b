import {
  aboutInsightSchema,
  commentInsightSchema,
  insightCommentParamsSchema,
  insightCommentSchema,
  judgeInsightSchema,
  saidOfInsightsSchema,
  verdictSchema,
} from './insights.ts'
import { json, nothing, route, type RouteSpec } from './route.ts'

const v1 = '/api/v1'

/** What people say of insights; the insights themselves are the question "insights". */
export const insightRoutes = {
  saidOfInsights: route({
    method: 'GET',
    path: `${v1}/insights`,
    tag: 'insights',
    summary: 'Verdicts and comments on insights: what was accepted, rejected or merged, by whom',
    reply: json(saidOfInsightsSchema),
    errors: [],
  }),
  judgeInsight: route({
    method: 'PUT',
    path: `${v1}/insights`,
    tag: 'insights',
    summary: 'Accept, reject or merge an insight; it is remembered when the insight is found again',
    body: judgeInsightSchema,
    reply: json(verdictSchema),
    errors: ['bad_insight'],
  }),
  takeBackVerdict: route({
    method: 'POST',
    path: `${v1}/insights/undo`,
    tag: 'insights',
    summary: 'Take a verdict back',
    body: aboutInsightSchema,
    reply: nothing,
    errors: [],
  }),
  commentInsight: route({
    method: 'POST',
    path: `${v1}/insights/comments`,
    tag: 'insights',
    summary: 'Comment on an insight',
    body: commentInsightSchema,
    reply: json(insightCommentSchema, 201),
    errors: [],
  }),
  removeInsightComment: route({
    method: 'DELETE',
    path: `${v1}/insights/comments/:id`,
    tag: 'insights',
    summary: 'Remove a comment of one’s own',
    params: insightCommentParamsSchema,
    reply: nothing,
    errors: ['comment_not_found', 'not_your_comment'],
  }),
} satisfies Record<string, RouteSpec>
