import type { Asked } from '../../journey/question.ts'
import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import type { EventColumn } from '../journeys/build-journeys.ts'
import { selectJourneys, type QuestionContext } from './context.ts'

/**
 * SELECT of feedback, one row a score or text: the journey's columns, p (the event's place, from 1), `at` (UTC ms), score and normal
 * (NaN without one), scale, text (the text's hash, 0 without one), `target` (the touchpoint it speaks of) and `how`: its own touchpoint;
 * for a survey answer the nearest event before it with the same link text, else the nearest one before it within the definition's
 * window, else its own. More columns are arrays by p.
 */
export async function linkedFeedback(
  context: QuestionContext,
  asked: Asked,
  { of, columns = [] }: { readonly of: 'scores' | 'texts'; readonly columns?: readonly EventColumn[] },
): Promise<Sql> {
  const { definition, workspace } = context
  const has = of === 'scores' ? sql`isNotNull(score)` : sql`verbatim != ''`
  const units = sql` AND ${unsafeSql(definition.unit)} IN (SELECT ${unsafeSql(definition.unit)} FROM events WHERE workspace = ${int(workspace)} AND ${has})`
  const selected = await selectJourneys(context, asked, { columns, units, parts: ['feedback'] })
  return sql`
    SELECT *, p, score, normal, scale, text, target, how, start + times[p] AS at
    FROM (SELECT *, arrayCumSum(gaps) AS times FROM ${selected.from} WHERE notEmpty(feedback_place))
    ARRAY JOIN feedback_place AS p, feedback_score AS score, feedback_normal AS normal, feedback_scale AS scale, feedback_text AS text, feedback_target AS target, feedback_how AS how
    WHERE ${of === 'scores' ? sql`NOT isNaN(normal)` : sql`text != 0`}`
}
