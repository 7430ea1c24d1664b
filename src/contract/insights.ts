import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'

const insight = z.string().min(1).max(2000).describe('Id of the insight, as the question "insights" gives it')
const note = z.string().max(2000)

export const verdictSchema = z
  .object({
    insight,
    verdict: z.enum(['accepted', 'rejected', 'merged']),
    into: z.string().nullable().describe('The insight that it was merged into'),
    title: z.string(),
    note,
    by: personNameSchema,
    at: timeSchema,
  })
  .meta({ id: 'InsightVerdict' })
export type InsightVerdict = z.output<typeof verdictSchema>

export const insightCommentSchema = z
  .object({ id: idSchema, insight, text: z.string(), by: personNameSchema, at: timeSchema })
  .meta({ id: 'InsightComment' })
export type InsightComment = z.output<typeof insightCommentSchema>

/** What people said of insights, at most 5,000 verdicts and 5,000 comments. */
export const saidOfInsightsSchema = z
  .object({ verdicts: z.array(verdictSchema), comments: z.array(insightCommentSchema) })
  .meta({ id: 'SaidOfInsights' })
export type SaidOfInsights = z.output<typeof saidOfInsightsSchema>

export const judgeInsightSchema = z
  .strictObject({
    insight,
    verdict: z.enum(['accepted', 'rejected', 'merged']),
    into: insight.exactOptional().describe('With "merged": the insight that stands for both'),
    title: z.string().max(2000),
    note: note.exactOptional(),
  })
  .meta({ id: 'JudgeInsight' })
export type JudgeInsight = z.output<typeof judgeInsightSchema>

export const aboutInsightSchema = z.strictObject({ insight }).meta({ id: 'AboutInsight' })
export const commentInsightSchema = z.strictObject({ insight, text: z.string().trim().min(1).max(5000) }).meta({ id: 'CommentInsight' })
export const insightCommentParamsSchema = z.object({ id: idSchema })
