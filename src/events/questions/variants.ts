import type { AnswerTo, VariantRow } from '../../journey/answer.ts'
import type { VariantsQuestion } from '../../journey/question.ts'
import { int, sql, type Sql } from '../engine/sql.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'
import { answer, byName, countLooked, defaultLimit, nearestRank, selectJourneys, withGroup, type QuestionContext } from './context.ts'
import { collapsed } from './transitions.ts'

interface Found extends Omit<VariantRow, 'path' | 'share'> {
  readonly ids: readonly number[]
  readonly grp: string
}

/** Exact sequences, identified by the sequence itself. Most journeys first, ties by the sequence of names. */
export async function askVariants(context: QuestionContext, question: VariantsQuestion): Promise<AnswerTo<'variants'>> {
  const selected = collapsed(await selectJourneys(context, question), question.collapseRepeats ?? false)
  const limit = question.limit ?? defaultLimit
  const offset = question.offset ?? 0
  const [found, totals, looked] = await Promise.all([
    context.query<Found>(sql`
      SELECT grp, touchpoints AS ids, count() AS journeys, countIf(goal) AS reachedGoal, ${nearestRank(0.5, '"end" - start')} AS p50Duration
      FROM ${selected.from} GROUP BY grp, touchpoints ORDER BY journeys DESC, ${nameRanks(context.dictionary)}, grp LIMIT ${int(limit)} OFFSET ${int(offset)}`),
    context.query<{ variants: number }>(sql`SELECT uniqExact(grp, touchpoints) AS variants FROM ${selected.from}`),
    countLooked(context, selected),
  ])
  const rows = found.map(({ ids, grp, ...row }) =>
    withGroup(question, grp, { path: ids.map(context.dictionary.nameOf), ...row, share: row.journeys / looked.journeys }),
  )
  const total = totals[0]?.variants ?? 0
  const rest = looked.journeys - rows.reduce((all, row) => all + row.journeys, 0)
  const other = total > rows.length ? { journeys: rest, variants: total - rows.length } : undefined
  return answer({ question: 'variants', unit: 'journeys', looked, total, rows, other })
}

/** Ids stand in order of arrival; for a stable rank each becomes the place of its name. */
function nameRanks({ names, ids }: TouchpointDictionary): Sql {
  const order = names.map((name, index) => ({ name, id: ids[index]! })).sort((a, b) => byName(a.name, b.name))
  if (order.length === 0) return sql`touchpoints`
  return sql`arrayMap(t -> transform(t, ${{ type: 'Array(UInt16)', value: order.map(({ id }) => id) }}, ${{ type: 'Array(UInt16)', value: order.map((_, rank) => rank + 1) }}, toUInt16(0)), touchpoints)`
}
