import { commentInsight, judgeInsight, removeInsightComment, saidOfInsights, takeBackVerdict } from '../app/insights.ts'
import type { Wend } from '../app/wend.ts'
import type { insightRoutes } from '../contract/insight-routes.ts'
import type { Handlers } from './handler.ts'

export const insightHandlers = (wend: Wend): Handlers<keyof typeof insightRoutes> => ({
  saidOfInsights: ({ actor }) => saidOfInsights(actor, wend),
  judgeInsight: ({ actor, body }) => judgeInsight(actor, wend, body),
  takeBackVerdict: ({ actor, body }) => takeBackVerdict(actor, wend, body.insight),
  commentInsight: ({ actor, body }) => commentInsight(actor, wend, body),
  removeInsightComment: ({ actor, params }) => removeInsightComment(actor, wend, params.id),
})
