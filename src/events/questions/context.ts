import type { Answer, CountUnit } from '../../journey/answer.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { JourneyFilter } from '../../journey/filter.ts'
import type { Asked, QuestionName } from '../../journey/question.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, ints, joinSql, sql, texts, unsafeSql, type Sql } from '../engine/sql.ts'
import { buildJourneys, buildSettings, type EventColumn } from '../journeys/build-journeys.ts'
import { personsById } from '../identity/joined-events.ts'
import { isEmptyFilter, propertyTest } from '../journeys/event-conditions.ts'
import type { JourneyPart } from '../journeys/journey-parts.ts'
import type { KeptJourneys } from '../journeys/keep-journeys.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'
import { pathGroup, pathsAmong } from './path-groups.ts'

/** What a question is asked in. */
export interface QuestionContext {
  readonly driver: ClickHouseDriver
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly dictionary: TouchpointDictionary
  /** UTC ms of the newest event stored: "now" for journeys that are still open. */
  readonly asOf: number
  /** Some ids are joined into one customer. */
  readonly joined: boolean
  readonly signal: AbortSignal
  /** Runs one statement under the limits of a question. */
  readonly query: <Row>(statement: Sql) => Promise<readonly Row[]>
  /** The definition's stored journeys, up to date. */
  readonly stored: () => Promise<KeptJourneys>
}

/** Journeys after the question's filters, one row each: unit, number, start, end, goal, touchpoints, gaps, outcome, grp. */
export interface Selected {
  readonly from: Sql
}

interface Wanted {
  readonly columns?: readonly EventColumn[]
  readonly units?: Sql
  readonly parts?: readonly JourneyPart[]
}

export const questionSettings = { ...buildSettings, max_execution_time: 300 } as const

/**
 * Takes the stored journeys where they can answer, and builds them on the fly where the question filters events, needs a
 * property the definition does not keep, or asks for more columns. `parts` are there either way; `units`, a condition on which units
 * matter, holds only for what is built.
 */
export async function selectJourneys(
  context: QuestionContext,
  asked: Asked,
  { columns = [], units, parts = [] }: Wanted = {},
): Promise<Selected> {
  const { definition, workspace, dictionary } = context
  const needed = [
    ...(asked.groupBy === undefined ? [] : [asked.groupBy]),
    ...(asked.journeys?.properties ?? []).map((test) => test.property),
  ]
  const segments = [...new Set([...definition.segments, ...needed])]
  const stored = isEmptyFilter(asked.events ?? {}) && columns.length === 0 && segments.length === definition.segments.length
  const wide = { ...definition, segments }
  const from = stored
    ? (await context.stored()).from
    : sql`(${buildJourneys({ workspace, definition: wide, dictionary, filter: asked.events ?? {}, columns, parts, joined: context.joined, ...(units && { units }) })})`
  const segment = (property: string): Sql => unsafeSql(`segments[${segments.indexOf(property) + 1}]`)
  const groups = asked.groupPaths
  const group = groups ? pathGroup(groups, dictionary) : asked.groupBy === undefined ? sql`''` : sql`toString(${segment(asked.groupBy)})`
  const tests = [...journeyConditions(asked.journeys ?? {}, context, segment), ...(groups ? [sql`grp != ''`] : [])]
  const openSince = definition.stillOpenMs === undefined ? Number.MAX_SAFE_INTEGER : context.asOf - definition.stillOpenMs
  return {
    from: sql`(SELECT *, multiIf(goal, 'goal', "end" > ${int(openSince)}, 'open', 'lost') AS outcome, ${group} AS grp FROM ${from}${tests.length === 0 ? sql`` : sql` WHERE ${joinSql(tests, ' AND ')}`})`,
  }
}

function journeyConditions(
  filter: JourneyFilter,
  { dictionary, workspace, joined, definition }: QuestionContext,
  segment: (property: string) => Sql,
): readonly Sql[] {
  const tests: Sql[] = []
  const ids = (names: readonly string[]): Sql => sql`CAST(${ints(names.map((name) => dictionary.idOf(name)))}, 'Array(UInt16)')`
  if (filter.reached?.length)
    tests.push(filter.reached.some((name) => dictionary.idOf(name) === 0) ? sql`false` : sql`hasAll(touchpoints, ${ids(filter.reached)})`)
  if (filter.notReached?.length)
    tests.push(sql`NOT hasAny(touchpoints, ${ids(filter.notReached.filter((name) => dictionary.idOf(name) > 0))})`)
  for (const test of filter.properties ?? []) tests.push(propertyTest(sql`toString(${segment(test.property)})`, test))
  if (filter.paths) tests.push(pathsAmong(filter.paths, dictionary))
  if (filter.oneIn !== undefined) tests.push(sql`intHash64(unit) % ${int(filter.oneIn)} = 0`)
  if (filter.outcomes) tests.push(sql`has(${texts(filter.outcomes)}, outcome)`)
  if (filter.minDurationMs !== undefined) tests.push(sql`"end" - start >= ${int(filter.minDurationMs)}`)
  if (filter.maxDurationMs !== undefined) tests.push(sql`"end" - start <= ${int(filter.maxDurationMs)}`)
  if (filter.startFrom !== undefined) tests.push(sql`start >= ${int(filter.startFrom)}`)
  if (filter.startTo !== undefined) tests.push(sql`start < ${int(filter.startTo)}`)
  if (filter.ids) {
    const hashes = sql`arrayMap(id -> sipHash64(id), ${texts(filter.ids)})`
    tests.push(sql`unit IN (${personsById(workspace, hashes, joined && definition.unit === 'customer')})`)
  }
  return tests
}

/** What a question looked at after its filters. */
export async function countLooked(
  context: QuestionContext,
  { from }: Selected,
): Promise<{ readonly journeys: number; readonly events: number }> {
  const [looked] = await context.query<{ journeys: number; events: number }>(
    sql`SELECT count() AS journeys, sum(length(touchpoints)) AS events FROM ${from}`,
  )
  return looked ?? { journeys: 0, events: 0 }
}

/**
 * Exact nearest-rank quantiles as columns: the ceil(p·n)-th smallest value each, or null of none. A hair below p makes the engine's
 * floor(p·n) index that rank. `name(level)` names the column; `condition` picks the rows.
 */
export function nearestRanks(
  levels: readonly number[],
  value: string,
  { name, condition = 'true' }: { readonly name: (level: number) => string; readonly condition?: string },
): Sql {
  const all = `quantilesExactIf(${levels.map((level) => level - 1e-12).join(', ')})(${value}, ${condition})`
  return unsafeSql(levels.map((level, index) => `if(countIf(${condition}) = 0, NULL, ${all}[${index + 1}]) AS ${name(level)}`).join(', '))
}

/** Answers list at most this many rows unless the question says otherwise. */
export const defaultLimit = 1000

export function page<Row>(rows: readonly Row[], asked: Asked): { readonly shown: readonly Row[]; readonly cut: readonly Row[] } {
  const offset = asked.offset ?? 0
  const limit = asked.limit ?? defaultLimit
  return { shown: rows.slice(offset, offset + limit), cut: [...rows.slice(0, offset), ...rows.slice(offset + limit)] }
}

export interface AnswerParts<Row> {
  readonly question: QuestionName
  readonly unit: CountUnit
  readonly looked: { readonly journeys: number; readonly events: number }
  readonly total: number
  readonly rows: readonly Row[]
  readonly other?: Readonly<Record<string, number>> | undefined
}

export const answer = <Row>({ question, unit, looked, total, rows, other }: AnswerParts<Row>): Answer<Row> => ({
  question,
  unit,
  ...looked,
  total,
  rows,
  ...(other && { other }),
})

export const isGrouped = (asked: Asked): boolean => asked.groupBy !== undefined || asked.groupPaths !== undefined

/** Adds `group` to a row only when the question was grouped. */
export const withGroup = <Row extends object>(asked: Asked, grp: string, row: Row): Row & { readonly group?: string } =>
  isGrouped(asked) ? { group: grp, ...row } : row

/** Orders names by code unit, the same everywhere. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
