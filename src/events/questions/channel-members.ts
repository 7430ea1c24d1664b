import type { MemberPick } from '../../journey/member-pick.ts'
import type { ChannelVisitsQuestion, HandOffsQuestion } from '../../journey/question.ts'
import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { eachVisit } from './channel-visits.ts'
import { channelJourneys } from './channel-journeys.ts'
import type { QuestionContext } from './context.ts'
import { eachHandOff } from './hand-offs.ts'

const columns = unsafeSql('grp, unit, number, start, "end", events, outcome')
const noTime = unsafeSql("CAST(NULL, 'Nullable(Int64)') AS at")

/** Members of one number of the hand-offs, as `memberRows` wants them. */
export async function handOffMembers(
  context: QuestionContext,
  question: HandOffsQuestion,
  { from, to, fromTouchpoint, toTouchpoint, number }: MemberPick & { kind: 'hand-off' },
): Promise<Sql> {
  if (number === 'later' && !question.later)
    throw new EventStoreError('bad_question', 'What comes later is known only to a question that says which touchpoints are meant.')
  const { selected, dictionary } = await channelJourneys(context, question)
  const placed = fromTouchpoint !== undefined && toTouchpoint !== undefined
  const { idOf } = context.dictionary
  const here = placed ? sql` AND here_a = ${int(idOf(fromTouchpoint))} AND here_b = ${int(idOf(toTouchpoint))}` : sql``
  const nth = unsafeSql(placed ? 'nth_here = 1' : 'nth = 1')
  const tests = {
    count: sql`true`,
    journeys: nth,
    ended: sql`p + 1 = events AND outcome = 'lost'`,
    later: sql`${nth} AND last_later > p + 1`,
  }
  const at = number === 'count' || number === 'ended' ? unsafeSql('toNullable(toInt64(start + ms)) AS at') : noTime
  return sql`SELECT ${columns}, ${at} FROM (${eachHandOff(context, { from: selected.from, question })})
    WHERE ca = ${int(dictionary.idOf(from))} AND cb = ${int(dictionary.idOf(to))}${here} AND ${tests[number]}`
}

/** Members of one number of the channels. */
export async function channelMembers(
  context: QuestionContext,
  question: ChannelVisitsQuestion,
  { channel, number }: MemberPick & { kind: 'channel' },
): Promise<Sql> {
  const { selected, dictionary } = await channelJourneys(context, question)
  const id = int(dictionary.idOf(channel))
  if (number === 'occurrences')
    return sql`SELECT grp, unit, number, start, "end", length(touchpoints) AS events, outcome, toNullable(toInt64(start + ms)) AS at
      FROM (SELECT *, arrayFilter((t, c) -> c = ${id}, arrayCumSum(gaps), channels) AS times FROM ${selected.from}) ARRAY JOIN times AS ms`
  const tests = {
    journeys: 'true',
    starts: 'begins',
    ends: 'ends_here',
    exits: "ends_here AND outcome = 'lost'",
    switched: 'leaves',
    stayed: 'stays',
  }
  return sql`SELECT ${columns}, ${noTime} FROM (${eachVisit(selected.from)}) WHERE c = ${id} AND ${unsafeSql(tests[number])}`
}
