import type { Asked } from '../../journey/question.ts'
import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { selectJourneys, type QuestionContext } from './context.ts'

/**
 * SELECT of feedback, one row a score or verbatim: the journey's columns, `at` (UTC ms), score and normal (NaN without one), scale,
 * `target` (the touchpoint it speaks of) and `how`: its own touchpoint; for a survey answer the nearest event before it with the
 * same link text, else the nearest one before it within the definition's window, else its own.
 */
export async function linkedFeedback(context: QuestionContext, asked: Asked, wanted: 'scores' | 'verbatims'): Promise<Sql> {
  const { definition, workspace } = context
  const has = wanted === 'scores' ? sql`isNotNull(score)` : sql`verbatim != ''`
  const units = sql` AND ${unsafeSql(definition.unit)} IN (SELECT ${unsafeSql(definition.unit)} FROM events WHERE workspace = ${int(workspace)} AND ${has})`
  const extra =
    wanted === 'scores'
      ? []
      : [
          { name: 'words', expression: sql`verbatim` },
          { name: 'channels', expression: sql`channel` },
          { name: 'customers', expression: sql`customer` },
          { name: 'rows', expression: sql`(import, file, row)` },
        ]
  const columns = [
    { name: 'scores', expression: sql`ifNull(score, nan)` },
    { name: 'normals', expression: sql`ifNull(normal, nan)` },
    { name: 'scales', expression: sql`toString(scale)` },
    { name: 'surveys', expression: sql`survey` },
    { name: 'links', expression: sql`link` },
    ...extra,
  ]
  const selected = await selectJourneys(context, asked, { columns, units })
  const window = int(definition.feedbackWindowMs ?? Number.MAX_SAFE_INTEGER)
  const worthy = wanted === 'scores' ? sql`NOT isNaN(normals[p])` : sql`words[p] != ''`
  return sql`
    SELECT *, p, start + times[p] AS at, scores[p] AS score, normals[p] AS normal, scales[p] AS scale,
      if(surveys[p] AND links[p] != '', arrayLastIndex((l, s, q) -> q < p AND NOT s AND l = links[p], links, surveys, places), 0) AS by_link,
      if(surveys[p], arrayLastIndex((at, s, q) -> q < p AND NOT s AND times[p] - at <= ${window}, times, surveys, places), 0) AS by_time,
      multiIf(by_link > 0, touchpoints[by_link], by_time > 0, touchpoints[by_time], touchpoints[p]) AS target,
      multiIf(by_link > 0, 'explicit', by_time > 0, 'nearest', 'own') AS how
    FROM (SELECT *, arrayEnumerate(touchpoints) AS places, arrayCumSum(gaps) AS times FROM ${selected.from})
    ARRAY JOIN arrayFilter(p -> ${worthy}, places) AS p`
}
