import { changesOf, type ChangesFound } from '../../analysis/drift/changes-of.ts'
import type { Periods } from '../../journey/periods.ts'

/** What changed over time. */
export function* changesTask({
  periods,
  stillOpenMs,
}: {
  readonly periods: Periods
  readonly stillOpenMs: number
}): Generator<number, ChangesFound> {
  return yield* changesOf(periods, stillOpenMs)
}
