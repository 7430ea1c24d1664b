import type { AnswerTo, HandOffRow } from '../../journey/answer.ts'
import type { HandOffsQuestion } from '../../journey/question.ts'
import { ints, nothing, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { channelJourneys, type ChannelDictionary } from './channel-journeys.ts'
import { answer, byName, countLooked, nearestRanks, page, selectJourneys, withGroup, type QuestionContext } from './context.ts'

type Feeling = Pick<HandOffRow, 'scores' | 'meanScore' | 'sdScore'>
/** `ta` and `tb` are touchpoints, 0 in the row of all of them together. */
interface Kind {
  readonly grp: string
  readonly ca: number
  readonly cb: number
  readonly ta: number
  readonly tb: number
}
type Found = Kind & Omit<HandOffRow, keyof Feeling | 'from' | 'to' | 'fromTouchpoint' | 'toTouchpoint'>

/** Switches of channel: how often, how fast, what follows. Most frequent first, ties by names. */
export async function askHandOffs(context: QuestionContext, question: HandOffsQuestion): Promise<AnswerTo<'hand-offs'>> {
  const { selected, dictionary } = await channelJourneys(context, question)
  const later = question.later ? unsafeSql(', countIf(first AND last_later > p + 1) AS later') : nothing
  const [found, felt, looked] = await Promise.all([
    context.query<Found>(sql`
      SELECT grp, ca, cb, ta, tb, count() AS count, countIf(first) AS journeys, ${nearestRanks([0.5], 'gap', { name: () => 'p50' })},
        countIf(first AND outcome = 'goal') AS reachedGoal, countIf(first AND outcome = 'lost') AS lost, countIf(p + 1 = events AND outcome = 'lost') AS ended${later}
      FROM (${byKind(context, { from: selected.from, question })}) GROUP BY grp, ca, cb, ta, tb`),
    scoresAfter(context, question),
    countLooked(context, await selectJourneys(context, question)),
  ])
  const feelings = new Map(felt.map((row) => [keyOf(row), row]))
  const rows = found.map((row) => withGroup(question, row.grp, named(row, feelings.get(keyOf(row)), { context, dictionary })))
  rows.sort((x, y) => y.count - x.count || byName(nameOf(x), nameOf(y)))
  const { shown, cut } = page(rows, question)
  const switches = cut.filter((row) => row.fromTouchpoint === undefined)
  const other = switches.length === 0 ? undefined : { count: switches.reduce((all, row) => all + row.count, 0) }
  return answer({ question: 'hand-offs', unit: 'occurrences', looked, total: rows.length, rows: shown, other })
}

export interface EachHandOff {
  readonly from: Sql
  readonly question: Pick<HandOffsQuestion, 'places' | 'later'>
  /** The journeys have feedback: each switch then has `score`, the next one from its second event on, NaN without one. */
  readonly scored?: boolean
}

/**
 * SELECT of every switch of channel, one row each: the journey's columns, ca, cb (channels), here (its touchpoints), gap, p (its place,
 * 1 for the first event of the journey), ms (from the journey's start to its second event), nth and nth_here: which of its kind it is
 * in its journey, everywhere and between its two touchpoints; last_later: the place of the last of the question's `later`.
 */
export function eachHandOff({ dictionary }: Pick<QuestionContext, 'dictionary'>, { from, question, scored = false }: EachHandOff): Sql {
  const ids = (question.later ?? []).map((name) => dictionary.idOf(name)).filter((id) => id > 0)
  const lastLater = ids.length === 0 ? sql`0` : sql`arrayLastIndex(t -> has(CAST(${ints(ids)}, 'Array(UInt16)'), t), touchpoints)`
  const kept = (list: string): string => `arrayFilter((x, f) -> f, ${list}, flags)`
  const columns = [
    ...['ca', 'cb', 'here_a', 'here_b', 'gap', 'ms', 'p'].map((name, index) => `${kept(lists[index] ?? '')} AS ${name}`),
    'arrayEnumerateUniq(ca, cb) AS nth',
    'arrayEnumerateUniq(ca, cb, here_a, here_b) AS nth_here',
    ...(scored
      ? [
          `arrayMap(p -> arrayPushFront(feedback_normal, nan)[1 + arrayFirstIndex((n, q) -> q > p AND NOT isNaN(n), feedback_normal, feedback_place)], p) AS score`,
        ]
      : []),
  ]
  return sql`
    SELECT * FROM (
      SELECT grp, unit, number, start, "end", outcome, touchpoints, length(touchpoints) AS events, ${lastLater} AS last_later,
        arrayMap((a, b) -> a != b AND a > 0 AND b > 0, arrayPopBack(channels), arrayPopFront(channels)) AS flags, ${unsafeSql(columns.join(', '))}
      FROM ${from} WHERE has(flags, true))
    ARRAY JOIN ca, cb, here_a, here_b, gap, ms, p, nth, nth_here${unsafeSql(scored ? ', score' : '')}`
}

const lists = [
  'arrayPopBack(channels)',
  'arrayPopFront(channels)',
  'arrayPopBack(touchpoints)',
  'arrayPopFront(touchpoints)',
  'arrayPopFront(gaps)',
  'arrayPopFront(arrayCumSum(gaps))',
  'arrayEnumerate(arrayPopBack(channels))',
]

/** Each switch once for its two channels (ta and tb 0) and, with places, once more for its two touchpoints. */
function byKind(context: QuestionContext, each: EachHandOff): Sql {
  const kinds = each.question.places
    ? '[(toUInt16(0), toUInt16(0), nth = 1), (here_a, here_b, nth_here = 1)]'
    : '[(toUInt16(0), toUInt16(0), nth = 1)]'
  return sql`SELECT *, kind.1 AS ta, kind.2 AS tb, kind.3 AS first FROM (SELECT * EXCEPT touchpoints FROM (${eachHandOff(context, each)})) ARRAY JOIN ${unsafeSql(kinds)} AS kind`
}

/** The feeling that follows the first switch of its kind in a journey, of the customers who gave any score. */
async function scoresAfter(context: QuestionContext, question: HandOffsQuestion): Promise<readonly (Kind & Feeling)[]> {
  const { selected } = await channelJourneys(context, question, { scored: true })
  return context.query(sql`
    SELECT grp, ca, cb, ta, tb, count() AS scores, avg(score) AS meanScore, if(count() > 1, stddevSamp(score), NULL) AS sdScore
    FROM (${byKind(context, { from: selected.from, question, scored: true })}) WHERE first AND NOT isNaN(score) GROUP BY grp, ca, cb, ta, tb`)
}

interface Names {
  readonly context: QuestionContext
  readonly dictionary: ChannelDictionary
}

function named(found: Found, felt: Feeling | undefined, { context, dictionary }: Names): HandOffRow {
  const { grp: _grp, ca, cb, ta, tb, ...row } = found
  const place = ta === 0 ? {} : { fromTouchpoint: context.dictionary.nameOf(ta), toTouchpoint: context.dictionary.nameOf(tb) }
  const { scores = 0, meanScore = null, sdScore = null } = felt ?? {}
  return { from: dictionary.nameOf(ca), to: dictionary.nameOf(cb), ...place, ...row, scores, meanScore, sdScore }
}

const keyOf = ({ grp, ca, cb, ta, tb }: Kind): string => JSON.stringify([grp, ca, cb, ta, tb])
const nameOf = ({ from, to, fromTouchpoint = '', toTouchpoint = '', group = '' }: HandOffRow): string =>
  JSON.stringify([from, to, fromTouchpoint, toTouchpoint, group])
