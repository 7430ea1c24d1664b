import type { TouchpointRow } from '../../journey/answer.ts'
import { byFirst, byText } from '../by-order.ts'

/** From the start of journeys to their end. */
export const byPosition = byFirst<TouchpointRow>(
  (a, b) => a.position - b.position,
  (a, b) => b.journeys - a.journeys,
  (a, b) => byText(a.touchpoint, b.touchpoint),
)

/** The most reached first. */
export const byReach = byFirst<TouchpointRow>(
  (a, b) => b.journeys - a.journeys,
  (a, b) => b.occurrences - a.occurrences,
  (a, b) => byText(a.touchpoint, b.touchpoint),
)
