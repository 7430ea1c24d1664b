import type { TouchpointRow } from '../../journey/answer.ts'
import { byPosition, byReach } from './touchpoint-order.ts'
import type { PlannedStep } from './stage-plan.ts'

/** Steps that a stage has at the most, the one for minor touchpoints included. */
export const maxSteps = 7

/**
 * A step for each important touchpoint of a stage in order of position, and one last step for the minor ones: those
 * beyond the most reached six, and those not in `important`. An empty stage gets one empty step.
 */
export function planSteps(rows: readonly TouchpointRow[], important: ReadonlySet<string>): readonly PlannedStep[] {
  if (rows.length === 0) return [{ name: 'Nothing recorded yet', touchpoints: [] }]
  const ranked = [...rows].sort(byReach)
  const worthy = ranked.filter((row) => important.has(row.touchpoint))
  const room = ranked.length <= maxSteps && worthy.length === ranked.length ? maxSteps : maxSteps - 1
  const own = worthy.slice(0, room).sort(byPosition)
  const shown = new Set(own.map((row) => row.touchpoint))
  const minor = rows.filter((row) => !shown.has(row.touchpoint)).sort(byPosition)
  const steps = own.map(({ touchpoint }) => ({ name: touchpoint, touchpoints: [touchpoint] }))
  if (minor.length === 0) return steps
  return [
    ...steps,
    {
      name: `Other: ${minor.length} ${minor.length === 1 ? 'touchpoint' : 'touchpoints'}`,
      touchpoints: minor.map((row) => row.touchpoint),
    },
  ]
}
