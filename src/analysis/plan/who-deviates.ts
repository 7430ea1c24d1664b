import type { FitRow } from '../../journey/methods/fit.ts'
import { compareShares } from '../statistics/two-proportions.ts'
import type { FittedJourney } from './fit-journeys.ts'

/** Fewer journeys of a group are not compared, and a difference of fewer points is not told. */
const fewest = 30
const telling = 0.05

/** The group, by one of the segments, that does it most against everybody else: the largest difference that lies clear of none. */
export function whoDeviates(
  journeys: readonly FittedJourney[],
  those: ReadonlySet<FittedJourney>,
  segments: readonly string[],
): FitRow['who'] {
  let best: { readonly who: NonNullable<FitRow['who']>; readonly low: number } | undefined
  for (const [place, property] of segments.entries()) {
    const groups = new Map<string, { count: number; n: number }>()
    for (const journey of journeys) {
      const value = journey.segments[place] ?? ''
      let group = groups.get(value)
      if (!group) groups.set(value, (group = { count: 0, n: 0 }))
      group.n += 1
      if (those.has(journey)) group.count += 1
    }
    for (const [value, { count, n }] of groups) {
      const rest = { count: those.size - count, n: journeys.length - n }
      if (value === '' || n < fewest || rest.n < fewest) continue
      const found = compareShares({ count, n }, rest)
      // Many groups are looked at: the interval must lie clear of the least difference worth telling.
      if (!found || found.low < telling || (best && found.low <= best.low)) continue
      best = { who: { property, value, share: count / n, elsewhere: rest.count / rest.n, n }, low: found.low }
    }
  }
  return best?.who ?? null
}
