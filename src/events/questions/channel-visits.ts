import type { AnswerTo, ChannelVisitRow } from '../../journey/answer.ts'
import type { ChannelVisitsQuestion } from '../../journey/question.ts'
import { sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { channelJourneys } from './channel-journeys.ts'
import { answer, byName, countLooked, nearestRanks, page, selectJourneys, withGroup, type QuestionContext } from './context.ts'

type Found = Omit<ChannelVisitRow, 'channel'> & { readonly grp: string; readonly c: number }

/** Each channel: its events and journeys, who stays in it, for how long. Most journeys first, ties by name. */
export async function askChannelVisits(context: QuestionContext, question: ChannelVisitsQuestion): Promise<AnswerTo<'channel-visits'>> {
  const { selected, dictionary } = await channelJourneys(context, question)
  const [found, looked] = await Promise.all([
    context.query<Found>(sql`
      SELECT grp, c, sum(times_here) AS occurrences, count() AS journeys, countIf(begins) AS starts, countIf(ends_here) AS ends, countIf(ends_here AND outcome = 'lost') AS exits,
        countIf(outcome = 'goal') AS reachedGoal, countIf(outcome = 'lost') AS lost, countIf(leaves) AS switched,
        countIf(stays) AS stayed, countIf(stays AND outcome = 'goal') AS stayedGoal, countIf(stays AND outcome = 'lost') AS stayedLost, ${nearestRanks([0.5], 'time_here', { name: () => 'p50Time' })}
      FROM (${eachVisit(selected.from)}) GROUP BY grp, c`),
    countLooked(context, await selectJourneys(context, question)),
  ])
  const rows = found.map(({ grp, c, ...row }) => withGroup(question, grp, { channel: dictionary.nameOf(c), ...row }))
  rows.sort((x, y) => y.journeys - x.journeys || byName(x.channel, y.channel) || byName(x.group ?? '', y.group ?? ''))
  const { shown, cut } = page(rows, question)
  const other = cut.length === 0 ? undefined : { occurrences: cut.reduce((all, row) => all + row.occurrences, 0) }
  return answer({ question: 'channel-visits', unit: 'journeys', looked, total: rows.length, rows: shown, other })
}

/**
 * SELECT of every channel of every journey, one row each: the journey's columns, c, times_here (events), time_here (ms between events
 * both in it), begins, ends_here, leaves (for another channel), stays (goes on in it and never leaves).
 */
export function eachVisit(from: Sql): Sql {
  return sql`
    SELECT *, c, length(touchpoints) AS events, countEqual(channels, c) AS times_here, channels[1] = c AS begins, channels[-1] = c AS ends_here,
      has(arrayMap((a, b) -> a = c AND b != c AND b > 0, ${pairs}), true) AS leaves, NOT leaves AND has(arrayMap((a, b) -> a = c AND b = c, ${pairs}), true) AS stays,
      arraySum((a, b, gap) -> if(a = c AND b = c, gap, 0), ${pairs}, arrayPopFront(gaps)) AS time_here
    FROM ${from} ARRAY JOIN arrayDistinct(channels) AS c`
}

const pairs = unsafeSql('arrayPopBack(channels), arrayPopFront(channels)')
