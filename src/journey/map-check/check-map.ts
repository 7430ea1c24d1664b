import type { JourneyMap } from '../map.ts'
import { assumedShare, noEvidence, singleSource, stale } from './evidence-rules.ts'
import type { CheckOptions, CheckRule, Finding } from './finding.ts'
import { emptyStage, internalOnly, nothingAfterPurchase } from './shape-rules.ts'
import { findingOut, undescribedImages, unmeasured } from './people-rules.ts'
import { fewAnswers, noFeedback, noGoal, noOwner } from './use-rules.ts'

/** What a map is asked; one line a rule. */
const rules: readonly CheckRule[] = [
  noEvidence,
  assumedShare,
  singleSource,
  stale,
  noOwner,
  internalOnly,
  nothingAfterPurchase,
  emptyStage,
  noFeedback,
  fewAnswers,
  noGoal,
  findingOut,
  unmeasured,
  undescribedImages,
]

const rank = { high: 0, medium: 1, low: 2 }

/** What to mend on a map so that people can trust and use it, the gravest first; cards that people hid are left out. Stale means older than 90 days unless told. */
export function checkMap(map: JourneyMap, options: CheckOptions): readonly Finding[] {
  const given = { staleDays: 90, ...options }
  const shown = { ...map, cards: map.cards.filter((card) => card.hidden !== true) }
  return rules.flatMap((rule) => rule(shown, given)).sort((a, b) => rank[a.severity] - rank[b.severity])
}
