import type { JourneyDefinition } from '../../journey/definition.ts'
import type { EventFilter } from '../../journey/filter.ts'
import { int, ints, joinSql, nothing, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'
import { eventOrder } from '../schema.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'
import { joinedEvents, personsOf, widened } from '../identity/joined-events.ts'
import { eventConditions } from './event-conditions.ts'
import { eventsOfParts, partColumns, withParts, type JourneyPart } from './journey-parts.ts'

/** A value of each event that a question needs beside touchpoint and time; becomes an array of the journey. */
export interface EventColumn {
  readonly name: string
  /** SQL over the `events` table. */
  readonly expression: Sql
}

export interface JourneyBuild {
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly dictionary: TouchpointDictionary
  /** A question's own event filter, on top of the definition's. */
  readonly filter?: EventFilter
  /** A condition on units, beginning with AND. */
  readonly units?: Sql
  readonly columns?: readonly EventColumn[]
  readonly parts?: readonly JourneyPart[]
  /** Some ids are joined: their events are one customer's. */
  readonly joined: boolean
}

/**
 * SELECT of journeys from events: unit, number, start, end (UTC ms), goal, touchpoints, gaps, segments, and an array for each
 * extra column, with the columns of the parts. One pass: the events of a unit are gathered in order, then cut into journeys by array functions.
 */
export function buildJourneys(build: JourneyBuild): Sql {
  const { definition } = build
  const unit = unsafeSql(definition.unit)
  const columns = [
    ...definition.segments.map((property, index) => ({ name: `segment_${index}`, expression: sql`properties[${text(property)}]` })),
    ...eventsOfParts(build),
    ...(build.columns ?? []),
  ]
  const whole = definition.inactivityMs === undefined && definition.goal.length === 0 && definition.start.length === 0
  const names = ['touchpoints', 'times', ...columns.map((column) => `all_${column.name}`)]
  const gatheredFrom = (events: Sql, units: Sql): Sql => sql`
    SELECT ${unit} AS unit, ${joinSql([sql`groupArray(touchpoint_id) AS touchpoints`, sql`groupArray(at) AS times`, ...columns.map((column) => unsafeSql(`groupArray(x_${column.name}) AS all_${column.name}`))], ', ')}
    FROM (
      SELECT ${unit}, ${touchpointId(build.workspace)} AS touchpoint_id, toUnixTimestamp64Milli(time) AS at${joinSql(
        columns.map((column) => sql`, ${column.expression} AS ${unsafeSql(`x_${column.name}`)}`),
        '',
      )}
      FROM ${events}
      WHERE workspace = ${int(build.workspace)}${definition.unit === 'account' ? sql` AND account != 0` : nothing}${eventConditions(definition.filter, build.workspace)}${eventConditions(build.filter ?? {}, build.workspace)}${units}
      ORDER BY workspace, ${unit}, ${unsafeSql(eventOrder)}
    ) GROUP BY ${unit}`
  const gathered =
    build.joined && definition.unit === 'customer' ? bothKinds(build, gatheredFrom) : gatheredFrom(sql`events`, build.units ?? nothing)
  const pieces = whole ? sql`SELECT *, 1 AS number, false AS goal FROM (${gathered})` : cutJourneys(gathered, names, build)
  const segments = joinSql(
    definition.segments.map((_, index) => unsafeSql(`toLowCardinality(arrayFirst(v -> v != '', all_segment_${index}))`)),
    ', ',
  )
  return sql`
    SELECT unit, toUInt32(number) AS number, times[1] AS start, times[-1] AS "end", goal, touchpoints, arrayDifference(times) AS gaps,
      ${definition.segments.length === 0 ? sql`CAST([], 'Array(LowCardinality(String))')` : sql`[${segments}]`} AS segments${joinSql(
        [...(build.columns ?? []).map(({ name }) => `all_${name} AS ${name}`), ...partColumns(build.parts ?? [])].map((column) =>
          unsafeSql(`, ${column}`),
        ),
        '',
      )}
    FROM (${withParts(pieces, build)})`
}

/** Events of ids that stand alone stream in table order; those of joined ids are few and are sorted by customer. */
function bothKinds({ workspace, units }: JourneyBuild, gatheredFrom: (events: Sql, units: Sql) => Sql): Sql {
  const alone = sql`${units ?? nothing} AND customer NOT IN (SELECT customer FROM ${personsOf(workspace)})`
  const together = units ? widened(workspace, units) : nothing
  return sql`SELECT * FROM (${gatheredFrom(sql`events`, alone)}) UNION ALL SELECT * FROM (${gatheredFrom(joinedEvents(workspace), together)})`
}

/** Settings under which a build streams: it reads in table order and never holds more than a unit's events. */
export const buildSettings = { optimize_aggregation_in_order: 1, optimize_read_in_order: 1 } as const

/**
 * Cuts a unit's events into pieces at long gaps (and, with `repeats`, after each goal), begins each piece at its first start
 * and ends it at its first goal. Without `repeats` a unit has no journeys after the first that reaches the goal.
 */
function cutJourneys(gathered: Sql, names: readonly string[], { definition, dictionary }: JourneyBuild): Sql {
  const flags = (touchpoints: readonly string[]): Sql => {
    const ids = touchpoints.map((name) => dictionary.idOf(name)).filter((id) => id > 0)
    return ids.length === 0
      ? sql`arrayMap(t -> false, touchpoints)`
      : sql`arrayMap(t -> has(CAST(${ints(ids)}, 'Array(UInt16)'), t), touchpoints)`
  }
  const breaks = [sql`false`]
  if (definition.inactivityMs !== undefined) breaks.push(sql`gap > ${int(definition.inactivityMs)}`)
  if (definition.repeats) breaks.push(sql`(p > 1 AND is_goal[p - 1])`)
  const opened =
    definition.start.length === 0
      ? sql`pieces`
      : sql`arrayMap(piece -> arraySlice(piece, arrayFirstIndex(p -> is_start[p], piece)), arrayFilter(piece -> arrayExists(p -> is_start[p], piece), pieces))`
  const firstGoal = sql`arrayFirstIndex(p -> is_goal[p], piece)`
  const kept = definition.repeats
    ? sql`closed`
    : sql`if(arrayExists(piece -> is_goal[piece[-1]], closed), arraySlice(closed, 1, arrayFirstIndex(piece -> is_goal[piece[-1]], closed)), closed)`
  const picked = names.map((name) => unsafeSql(`arrayMap(p -> w.${name}[p], piece) AS ${name}`))
  return sql`
    SELECT w.unit AS unit, number, is_goal[piece[-1]] AS goal, ${joinSql(picked, ', ')} FROM (
      SELECT *, ${flags(definition.goal)} AS is_goal, ${flags(definition.start)} AS is_start,
        arraySplit((p, gap) -> ${joinSql(breaks, ' OR ')}, arrayEnumerate(times), arrayDifference(times)) AS pieces,
        ${opened} AS opened, arrayMap(piece -> if(${firstGoal} = 0, piece, arraySlice(piece, 1, ${firstGoal})), opened) AS closed, ${kept} AS kept
      FROM (${gathered})
    ) AS w ARRAY JOIN kept AS piece, arrayEnumerate(kept) AS number`
}

/** The dictionary is read by the engine itself: written into the statement, tens of thousands of names would not fit. */
function touchpointId(workspace: number): Sql {
  const known = sql`FROM (SELECT arraySort(groupArray((id, name))) AS pairs FROM touchpoints WHERE workspace = ${int(workspace)})`
  return sql`transform(touchpoint, (SELECT arrayPushBack(arrayMap(p -> p.2, pairs), '') ${known}), (SELECT arrayPushBack(arrayMap(p -> p.1, pairs), toUInt16(0)) ${known}), toUInt16(0))`
}
