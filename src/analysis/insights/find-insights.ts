import { byFirst, byText } from '../by-order.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { arrivalSigns } from './arrivals.ts'
import { exitSigns } from './exit-signs.ts'
import type { Found } from './found.ts'
import { joinWaits } from './join-waits.ts'
import { lateSigns } from './lateness.ts'
import { longWaits } from './long-waits.ts'
import { mergeSigns, type Trouble } from './merge.ts'
import { placeSigns } from './places.ts'
import { repeatSigns } from './repeats.ts'
import type { Sign } from './sign.ts'
import { waitSigns } from './waits-inside.ts'

/** What can hurt or please; one line a kind. */
const finders: readonly ((found: Found) => readonly Sign[])[] = [exitSigns, placeSigns, arrivalSigns, waitSigns, repeatSigns, lateSigns]

/** The share of false findings that is accepted among those reported, on average. */
const falseShare = 0.05

export interface FoundInsights {
  readonly pains: readonly Trouble[]
  readonly delights: readonly Trouble[]
  readonly looked: readonly { readonly cause: string; readonly candidates: number }[]
}

/** Pain points and delights: p corrected over all candidates at once, small ones left out, signs of the same trouble merged. */
export function findSigns(found: Found): FoundInsights {
  const signs = finders.flatMap((find) => find(found))
  const corrected = benjaminiHochberg(signs.map(({ compared }) => compared.p))
  const sure = signs
    .map((sign, index) => ({ ...sign, compared: { ...sign.compared, p: corrected[index] ?? 1 } }))
    .filter(({ compared }) => compared.p <= falseShare)
  const worth = sure.filter(
    ({ compared, surelyBeyond, unit }) => compared.low >= surelyBeyond || (unit === 'score' && compared.high <= -surelyBeyond),
  )
  const causes = [...Map.groupBy(signs, ({ cause }) => cause)].map(([cause, group]) => ({ cause, candidates: group.length }))
  const all = mergeSigns(found, joinWaits(found, worth, longWaits(found)))
  return {
    pains: all.filter(({ head }) => head.compared.value > 0),
    delights: all.filter(({ head }) => head.compared.value < 0),
    looked: causes.sort(byFirst((a, b) => byText(a.cause, b.cause))),
  }
}
