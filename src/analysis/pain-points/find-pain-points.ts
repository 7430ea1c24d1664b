import { byFirst, byText } from '../by-order.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { exitCandidates } from './exits.ts'
import { loopCandidates } from './loops.ts'
import { scoreCandidates } from './low-scores.ts'
import type { PainCandidate, PainInput, PainPoint } from './pain-point.ts'
import { waitCandidates } from './waits.ts'

/** What can hurt; one line a kind. */
const kinds: readonly ((input: PainInput) => readonly PainCandidate[])[] = [exitCandidates, loopCandidates, waitCandidates, scoreCandidates]

/** The share of false findings that is accepted among those reported, on average. */
const falseShare = 0.05

/**
 * Everything that is worse than its comparison by at least the least effect, with p corrected over all candidates of all
 * kinds at once, largest first. It goes with what it is found at; nothing here says why.
 */
export function findPainPoints(input: PainInput): readonly PainPoint[] {
  const candidates = kinds.flatMap((find) => find(input))
  // What is better than its comparison is no candidate for worse; its small p would lower the bar for the others.
  const corrected = benjaminiHochberg(candidates.map(({ p, effect }) => (effect > 0 ? p : 1)))
  return candidates
    .map((candidate, index): PainPoint => ({ ...candidate, corrected: corrected[index] ?? 1 }))
    .filter((point) => point.corrected <= falseShare && point.effect >= point.leastEffect)
    .sort(
      byFirst(
        (a, b) => steady(b.size) - steady(a.size),
        (a, b) => byText(a.cause, b.cause),
        (a, b) => byText(a.key, b.key),
      ),
    )
}

/** Sizes are ranked at nine digits, so that the last bits of a sum cannot change the order. */
const steady = (size: number) => Number(size.toPrecision(9))
