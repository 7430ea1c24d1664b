import type { AnswerTo, TouchpointRow } from '../../journey/answer.ts'
import type { TouchpointsQuestion } from '../../journey/question.ts'
import { int, sql } from '../engine/sql.ts'
import { answer, byName, countLooked, nearestRanks, page, selectJourneys, withGroup, type QuestionContext } from './context.ts'

interface Found extends Omit<TouchpointRow, 'touchpoint' | 'channel' | 'exitRate'> {
  readonly id: number
  readonly grp: string
}

/** Reach, occurrences, first and last place, exits, repeats and time to the next touchpoint. Most reached first, ties by name. */
export async function askTouchpoints(context: QuestionContext, question: TouchpointsQuestion): Promise<AnswerTo<'touchpoints'>> {
  const selected = await selectJourneys(context, question)
  const [found, channels, looked] = await Promise.all([
    context.query<Found>(sql`
      SELECT grp, id, countIf(nth = 1) AS journeys, count() AS occurrences, countIf(place = 1) AS starts, countIf(place = n) AS ends,
        countIf(place = n AND outcome = 'lost') AS exits, countIf(nth = 2) AS repeats,
        ${nearestRanks([0.5, 0.9], 'next', { name: (level) => `p${level * 100}ToNext`, condition: 'place < n' })},
        avgIf(if(n = 1, 0, (place - 1) / (n - 1)), nth = 1) AS position
      FROM (
        SELECT grp, outcome, length(touchpoints) AS n, id, place, nth, next FROM ${selected.from}
        ARRAY JOIN touchpoints AS id, arrayEnumerate(touchpoints) AS place, arrayEnumerateUniq(touchpoints) AS nth, arrayPushBack(arrayPopFront(gaps), 0) AS next
      ) GROUP BY grp, id`),
    mainChannels(context),
    countLooked(context, selected),
  ])
  const rows = found.map(({ id, grp, ...row }) => {
    const touchpoint = context.dictionary.nameOf(id)
    return withGroup(question, grp, { touchpoint, channel: channels.get(touchpoint) ?? '', ...row, exitRate: row.exits / row.journeys })
  })
  rows.sort((a, b) => b.journeys - a.journeys || byName(a.touchpoint, b.touchpoint) || byName(a.group ?? '', b.group ?? ''))
  const { shown, cut } = page(rows, question)
  const other =
    cut.length === 0
      ? undefined
      : { occurrences: sum(cut, 'occurrences'), starts: sum(cut, 'starts'), ends: sum(cut, 'ends'), exits: sum(cut, 'exits') }
  return answer({ question: 'touchpoints', unit: 'journeys', looked, total: rows.length, rows: shown, other })
}

/** The channel most events of each touchpoint came through; of equals the first by name. */
export async function mainChannels({ query, workspace }: QuestionContext): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ touchpoint: string; channel: string }>(
    sql`SELECT touchpoint, channel FROM events WHERE workspace = ${int(workspace)} GROUP BY touchpoint, channel ORDER BY touchpoint, count() DESC, channel LIMIT 1 BY touchpoint`,
  )
  return new Map(rows.map((row) => [row.touchpoint, row.channel]))
}

const sum = (rows: readonly TouchpointRow[], column: 'occurrences' | 'starts' | 'ends' | 'exits'): number =>
  rows.reduce((all, row) => all + row[column], 0)
