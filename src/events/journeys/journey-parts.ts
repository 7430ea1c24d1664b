import type { JourneyDefinition } from '../../journey/definition.ts'
import { int, joinSql, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { personOf } from '../identity/joined-events.ts'
import type { EventColumn } from './build-journeys.ts'

/**
 * What a journey holds beside its touchpoints and times. `channels`: the channel of each event. `people`: the customers and accounts
 * of its events. `feedback`: one entry for each event with a score or a text, see `feedbackColumns`.
 */
export type JourneyPart = 'channels' | 'people' | 'feedback'
export const journeyParts: readonly JourneyPart[] = ['channels', 'people', 'feedback']

/** Feedback of a journey as columns, each an array with an entry for each event that has a score or a text, in order. */
export const feedbackColumns = [
  'feedback_place',
  'feedback_score',
  'feedback_normal',
  'feedback_scale',
  'feedback_text',
  'feedback_target',
  'feedback_how',
] as const

const columnsOf: Readonly<Record<JourneyPart, readonly string[]>> = {
  channels: ['channels'],
  people: ['people', 'accounts'],
  feedback: feedbackColumns,
}

/** Names of the columns that parts take. */
export const partColumns = (parts: readonly JourneyPart[]): readonly string[] => parts.flatMap((part) => columnsOf[part])

export interface PartBuild {
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly joined: boolean
  readonly parts?: readonly JourneyPart[]
}

/** What has to be read of each event for the parts; each arrives as an array `all_` and its name. */
export function eventsOfParts({ workspace, definition, joined, parts = [] }: PartBuild): readonly EventColumn[] {
  const byAccount = definition.unit === 'account'
  return [
    ...(parts.includes('channels') ? [{ name: 'channel', expression: numberOf('channel', workspace) }] : []),
    ...(parts.includes('people')
      ? [
          { name: 'account', expression: sql`account` },
          ...(byAccount ? [{ name: 'customer', expression: joined ? personOf(workspace) : sql`customer` }] : []),
        ]
      : []),
    ...(parts.includes('feedback')
      ? [
          { name: 'score', expression: sql`ifNull(score, nan)` },
          { name: 'normal', expression: sql`ifNull(normal, nan)` },
          { name: 'scale', expression: numberOf('scale', workspace) },
          { name: 'survey', expression: sql`survey` },
          { name: 'link', expression: sql`if(link = '', 0, sipHash64(link))` },
          { name: 'text', expression: sql`if(verbatim = '', 0, sipHash64(verbatim))` },
        ]
      : []),
  ]
}

/** SELECT of journeys with the parts' columns added, from pieces that have the arrays of `eventsOfParts`. */
export function withParts(pieces: Sql, build: PartBuild): Sql {
  const { parts = [], definition, workspace } = build
  if (parts.length === 0) return pieces
  const columns: Sql[] = []
  if (parts.includes('channels')) columns.push(named('all_channel', 'channels', namesOf('channel', workspace)))
  if (parts.includes('people')) {
    columns.push(unsafeSql(definition.unit === 'account' ? 'arrayDistinct(all_customer) AS people' : '[unit] AS people'))
    columns.push(unsafeSql('arrayDistinct(arrayFilter(a -> a != 0, all_account)) AS accounts'))
  }
  if (!parts.includes('feedback')) return sql`SELECT *, ${joinSql(columns, ', ')} FROM (${pieces})`
  const window = int(definition.feedbackWindowMs ?? Number.MAX_SAFE_INTEGER)
  columns.push(named('told_scale', 'feedback_scale', namesOf('scale', workspace)))
  columns.push(unsafeSql("CAST(hows, 'Array(LowCardinality(String))') AS feedback_how"))
  return sql`
    SELECT *, ${joinSql(columns, ', ')},
      arrayMap((how, by_link, before, own) -> multiIf(how = 'explicit', by_link, how = 'nearest', before, own), hows, linked, told_before, told_own) AS feedback_target
    FROM (
      SELECT *, arrayMap((by_link, s, last, wait) -> multiIf(s AND by_link > 0, 'explicit', s AND last > 0 AND wait <= ${window}, 'nearest', 'own'), linked, told_survey, told_last, told_wait) AS hows
      FROM (
        SELECT *, ${unsafeSql(byLink)} AS linked
        FROM (
          SELECT *, ${unsafeSql(told.map(([name, list]) => `arrayFilter((x, f) -> f, ${list}, flags) AS ${name}`).join(', '))},
            ${unsafeSql(tied.map(([name, list]) => `arrayFilter((x, f, l) -> f OR l != 0, ${list}, flags, all_link) AS ${name}`).join(', '))}
          FROM (SELECT *, arrayEnumerate(times) AS places, arrayMap((s, t) -> NOT isNaN(s) OR t != 0, all_score, all_text) AS flags FROM (${pieces})))))`
}

/** What is known of an event that has feedback or a link, in order. */
const tied: readonly (readonly [name: string, list: string])[] = [
  ['tied_place', 'places'],
  ['tied_link', 'all_link'],
  ['tied_survey', 'all_survey'],
  ['tied_touchpoint', 'touchpoints'],
  ['tied_told', 'flags'],
]

const inOrderOfLinks = (list: string): string => `arraySort((x, l, p) -> (l, p), ${list}, tied_link, tied_place)`

/**
 * For each event with feedback the touchpoint of the last event before it that has the same link and is no survey answer; 0 for none.
 * Sorted by link, one pass carries it on: to look through the journey for each answer would take the square of its length.
 */
const byLink = `arrayFilter((t, told) -> told, arraySort((t, p) -> p, arrayFill((t, fresh) -> fresh,
  arrayMap((t, s, l) -> if(s OR l = 0, 0, t), ${inOrderOfLinks('tied_touchpoint')}, ${inOrderOfLinks('tied_survey')}, ${inOrderOfLinks('tied_link')}),
  arrayMap((s, l, before) -> NOT s OR l = 0 OR l != before, ${inOrderOfLinks('tied_survey')}, arraySort(tied_link), arrayPopBack(arrayPushFront(arraySort(tied_link), 0)))),
  ${inOrderOfLinks('tied_place')}), tied_told)`

/**
 * What is known of an event with feedback. A survey answer speaks of the nearest event before it that is no survey answer: of its
 * place (0 for none), touchpoint and time each.
 */
const told: readonly (readonly [name: string, list: string])[] = [
  ['feedback_place', 'places'],
  ['feedback_score', 'all_score'],
  ['feedback_normal', 'all_normal'],
  ['feedback_text', 'all_text'],
  ['told_scale', 'all_scale'],
  ['told_survey', 'all_survey'],
  ['told_own', 'touchpoints'],
  ['told_before', 'arrayFill((t, s) -> NOT s, touchpoints, all_survey)'],
  ['told_last', 'arrayFill(q -> q > 0, arrayMap((q, s) -> if(s, 0, q), places, all_survey))'],
  ['told_wait', 'arrayMap((t, b) -> t - b, times, arrayFill((t, s) -> NOT s, times, all_survey))'],
]

type Word = 'channel' | 'scale'

/** Words travel as small integers until journeys are cut: 0 is none. The engine finds the words itself, once a statement. */
const numberOf = (word: Word, workspace: number): Sql => sql`toUInt16(indexOf(${namesOf(word, workspace)}, toString(${unsafeSql(word)})))`

const namesOf = (word: Word, workspace: number): Sql =>
  sql`(SELECT arraySort(groupUniqArray(toString(${unsafeSql(word)}))) FROM events WHERE workspace = ${int(workspace)} AND ${unsafeSql(word)} != '')`

const named = (list: string, name: string, names: Sql): Sql =>
  sql`CAST(arrayMap(n -> ${names}[n], ${unsafeSql(list)}), 'Array(LowCardinality(String))') AS ${unsafeSql(name)}`
