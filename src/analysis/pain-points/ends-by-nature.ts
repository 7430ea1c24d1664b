import type { TouchpointRow } from '../../journey/answer.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import { touchpointWords } from '../../journey/touchpoint-words.ts'

const closing = [
  'cancelled',
  'canceled',
  'cancellation',
  'churn',
  'churned',
  'closed',
  'closed lost',
  'deal lost',
  'opportunity lost',
  'unsubscribed',
  'ended',
  'terminated',
  'rejected',
  'withdrawn',
  'refunded',
  'completed',
  'done',
  'finished',
  'archived',
  'discharged',
  'released',
  'solved',
  'resolved',
]

/**
 * Does a journey end here because there is nothing left to do? The goal does; so does a name that says so ("Ticket
 * closed"); and where no goal is defined, so does a touchpoint at which at least half of its journeys end, because
 * without a goal an end may as well be a success.
 */
export function endsByNature(row: TouchpointRow, definition: JourneyDefinition): boolean {
  if (definition.goal.includes(row.touchpoint)) return true
  const words = ` ${touchpointWords(row.touchpoint)} `
  if (closing.some((word) => words.includes(` ${word} `))) return true
  return definition.goal.length === 0 && row.ends >= 0.5 * row.journeys
}
