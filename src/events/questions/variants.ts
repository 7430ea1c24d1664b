import type { AnswerTo, VariantRow } from '../../journey/answer.ts'
import type { VariantsQuestion } from '../../journey/question.ts'
import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'
import {
  answer,
  byName,
  countLooked,
  defaultLimit,
  nearestRanks,
  selectJourneys,
  withGroup,
  type QuestionContext,
  type Selected,
} from './context.ts'
import { collapsed } from './transitions.ts'

interface Counted extends Pick<VariantRow, 'journeys' | 'reachedGoal'> {
  readonly ids: readonly number[]
  readonly grp: string
  readonly variants: number
}

/**
 * Exact sequences, identified by the sequence itself. Most journeys first, ties by the sequence of names. Counting goes by a 128-bit
 * hash of the sequence; durations are looked up for the rows shown only.
 */
export async function askVariants(context: QuestionContext, question: VariantsQuestion): Promise<AnswerTo<'variants'>> {
  const selected = collapsed(await selectJourneys(context, question), question.collapseRepeats ?? false)
  const [counted, looked] = await Promise.all([
    context.query<Counted>(sql`
      SELECT grp, ids, journeys, reachedGoal, count() OVER () AS variants FROM (
        SELECT grp, any(touchpoints) AS ids, count() AS journeys, countIf(goal) AS reachedGoal FROM ${selected.from} GROUP BY grp, sipHash128(touchpoints)
      ) ORDER BY journeys DESC, ${nameRanks(context.dictionary, 'ids')}, grp LIMIT ${int(question.limit ?? defaultLimit)} OFFSET ${int(question.offset ?? 0)}`),
    countLooked(context, selected),
  ])
  const durations = await medianDurations(context, selected, counted)
  const rows = counted.map(({ ids, grp, variants: _variants, ...row }, index) =>
    withGroup(question, grp, {
      path: ids.map((id) => context.dictionary.nameOf(id)),
      ...row,
      share: row.journeys / looked.journeys,
      p50Duration: durations[index] ?? null,
    }),
  )
  const total = counted[0]?.variants ?? (await countVariants(context, selected))
  const other =
    total > rows.length
      ? { journeys: looked.journeys - rows.reduce((all, row) => all + row.journeys, 0), variants: total - rows.length }
      : undefined
  return answer({ question: 'variants', unit: 'journeys', looked, total, rows, other })
}

/** A page beyond the last row shows nothing, and still says how many there are. */
async function countVariants(context: QuestionContext, { from }: Selected): Promise<number> {
  const [count] = await context.query<{ n: number }>(sql`SELECT uniqExact(grp, sipHash128(touchpoints)) AS n FROM ${from}`)
  return count?.n ?? 0
}

async function medianDurations(
  context: QuestionContext,
  { from }: Selected,
  counted: readonly Counted[],
): Promise<readonly (number | null)[]> {
  if (counted.length === 0) return []
  const key = (grp: string, ids: readonly number[]): string => `${ids.join(',')}/${grp}`
  const limited =
    counted.length > 5000
      ? sql``
      : sql` WHERE touchpoints IN (${{ type: 'Array(Array(UInt16))', value: `[${counted.map(({ ids }) => `[${ids.join(',')}]`).join(',')}]` }})`
  const rows = await context.query<{ grp: string; ids: readonly number[]; p50: number | null }>(
    sql`SELECT grp, touchpoints AS ids, ${nearestRanks([0.5], '"end" - start', { name: () => 'p50' })} FROM ${from}${limited} GROUP BY grp, touchpoints`,
  )
  const found = new Map(rows.map((row) => [key(row.grp, row.ids), row.p50]))
  return counted.map(({ grp, ids }) => found.get(key(grp, ids)) ?? null)
}

/** Ids stand in order of arrival; for a stable rank each becomes the place of its name. */
function nameRanks({ names, ids }: TouchpointDictionary, column: string): Sql {
  const order = names.map((name, index) => ({ name, id: ids[index]! })).sort((a, b) => byName(a.name, b.name))
  if (order.length === 0) return unsafeSql(column)
  return sql`arrayMap(t -> transform(t, ${{ type: 'Array(UInt16)', value: order.map(({ id }) => id) }}, ${{ type: 'Array(UInt16)', value: order.map((_, rank) => rank + 1) }}, toUInt16(0)), ${unsafeSql(column)})`
}
