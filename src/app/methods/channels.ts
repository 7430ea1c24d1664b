import { compareHandOffs, placesOf } from '../../analysis/channels/compare-hand-offs.ts'
import { asksForHelp } from '../../analysis/insights/support-words.ts'
import type { ChannelVisitRow } from '../../journey/answer.ts'
import type { Method } from './method.ts'

const usualPlaces = 20
/** More rows than any matrix of channels or list of places has. */
const everyRow = 1_000_000

/** Where journeys switch channel, what follows beside those who stay, and each channel by itself. */
export const channelsMethod: Method<'channels'> = async ({ ask, definition, progress }, question) => {
  progress('Counting who uses each channel', 0)
  const visits = await ask({ question: 'channel-visits', limit: everyRow })
  const support = question.support ?? (await touchpointNames(ask)).filter(asksForHelp)
  progress('Counting the switches and what follows', 0.4)
  const handOffs = await ask({ question: 'hand-offs', places: true, later: support, limit: everyRow })
  const rows = compareHandOffs(handOffs.rows, visits.rows)
  const { offset = 0, limit = rows.length } = question
  const hasGoal = definition.goal.length > 0
  return {
    question: 'channels',
    unit: 'journeys',
    journeys: visits.journeys,
    events: visits.events,
    total: rows.length,
    rows: rows.slice(offset, offset + limit),
    summary: { channels: visits.rows, ...placesOf(handOffs.rows, question.places ?? usualPlaces), support, hasGoal },
    notes: notesOn(visits.rows, { switches: rows.length, hasGoal, support }),
  }
}

async function touchpointNames(ask: Parameters<Method<'channels'>>[0]['ask']): Promise<readonly string[]> {
  const { rows } = await ask({ question: 'touchpoints', limit: everyRow })
  return rows.map((row) => row.touchpoint)
}

interface Found {
  readonly switches: number
  readonly hasGoal: boolean
  readonly support: readonly string[]
}

function notesOn(channels: readonly ChannelVisitRow[], { switches, hasGoal, support }: Found): readonly string[] {
  const named = channels.filter((row) => row.channel !== '')
  const without = channels.find((row) => row.channel === '')?.occurrences ?? 0
  if (named.length === 0) return ['No event here has a channel: say in the recipe which column names it.']
  const notes: string[] = []
  if (without > 0)
    notes.push(`${without} ${without === 1 ? 'event has' : 'events have'} no channel: no switch is counted into or out of them.`)
  if (named.length === 1) notes.push(`All events with a channel came through "${named[0]?.channel}", so nobody could switch.`)
  if (!hasGoal) notes.push('The journey definition names no goal, so no share can reach it.')
  else if (switches > 0)
    notes.push(
      'Beside each switch stand the journeys that went on in its first channel and never left it for another. A switch goes with what follows; it need not be the reason; where the goal lies in another channel, those who stay cannot reach it. Journeys still open are left out of the shares.',
    )
  if (switches > 0 && support.length === 0)
    notes.push('No touchpoint looks like support by its name: name them to see who comes to it after a switch.')
  return notes
}
