import type { MapContext } from './map-context.ts'

/** The map in three sentences, from its own numbers. */
export function summarise({ input, stages }: MapContext): string {
  const { overview, definition } = input
  const { customers, journeys, events, from, to, reachedGoal } = overview
  if (journeys === 0) return 'No journeys were found.'
  const period = from === null || to === null ? '' : ` between ${day(from)} and ${day(to)}`
  const goal =
    definition.goal.length > 0
      ? [`${percent(reachedGoal / journeys)} of the journeys reach the goal (${definition.goal.join(' or ')}).`]
      : []
  const rows = input.stages.filter((row) => row.exits > 0).sort((a, b) => b.exits - a.exits)
  const worst = stages.find(({ id }) => id === rows[0]?.stage)
  const leave =
    definition.goal.length > 0 && worst && rows[0] ? [`Most who leave do so in ${worst.name}: ${whole(rows[0].exits)} journeys.`] : []
  return [`${whole(customers)} customers made ${whole(journeys)} journeys of ${whole(events)} events${period}.`, ...goal, ...leave].join(
    ' ',
  )
}

const day = (utcMs: number) => new Date(utcMs).toISOString().slice(0, 10)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
/** Thousands set apart by commas, the same on every machine. */
const whole = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
