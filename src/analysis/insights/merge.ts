import { byFirst, byText } from '../by-order.ts'
import { explainedBy, type Met, metBy } from './echo.ts'
import type { Found } from './found.ts'
import type { Sign } from './sign.ts'

/** A sign with the others of the same trouble, or of the same delight. */
export interface Trouble {
  readonly head: Sign
  readonly merged: readonly Sign[]
}

interface Growing extends Met {
  readonly merged: Sign[]
}

/**
 * One trouble, one insight. The surest sign comes first. A later one joins it when it shows at the same place, or when most of
 * its effect is gone once journeys are compared only with journeys that met the first as they did: then it only echoes it.
 * What only echoes the opposite (better, where a worse way is left out) is no finding.
 */
export function mergeSigns(found: Found, signs: readonly Sign[]): readonly Trouble[] {
  const ordered = [...signs].sort(
    byFirst<Sign>(
      (a, b) => firmness(b) - firmness(a),
      // Better and worse explain each other: what hurts is told, and what is only free of it is not.
      (a, b) => Number(b.compared.value > 0) - Number(a.compared.value > 0),
      (a, b) => steady(strength(b)) - steady(strength(a)),
      // The same answers under two names: the one that says more.
      (a, b) => Number(a.cause === 'score') - Number(b.cause === 'score'),
      (a, b) => byText(a.key, b.key),
    ),
  )
  const troubles: Growing[] = []
  for (const sign of ordered) {
    const home = troubles.find(({ head }) => sameWay(head, sign) && sharesPlace(head, sign)) ?? explained(found, troubles, sign)
    if (!home) troubles.push({ head: sign, met: metBy(found, sign), merged: [...(sign.with ?? [])] })
    else if (sameWay(home.head, sign)) home.merged.push(...(sign.with ?? [sign]))
  }
  return troubles.map(({ head, merged }) => ({ head, merged })).sort(bySize)
}

/** Who left, and what came late, is known; what a score speaks of is only inferred from where it was given. */
const firmness = ({ cause }: Sign) => (cause === 'exit' ? 2 : cause === 'late' ? 1 : 0)
const strength = ({ compared }: Sign) => Math.abs(compared.value) / Math.max(1e-9, (compared.high - compared.low) / 2)
const steady = (size: number) => Number(size.toPrecision(9))
export const bySize = byFirst<Trouble>(
  (a, b) => steady(b.head.size) - steady(a.head.size),
  (a, b) => byText(a.head.key, b.head.key),
)
const sameWay = (a: Sign, b: Sign) => a.compared.value > 0 === b.compared.value > 0

const promiseOf = ({ key, touchpoint }: Sign) => key.slice(touchpoint.length)

function sharesPlace(head: Sign, sign: Sign): boolean {
  // One promise may be broken at several events; the first that is told stands for it, and for nothing else there.
  if (head.cause === 'late' || sign.cause === 'late') return head.cause === sign.cause && promiseOf(head) === promiseOf(sign)
  const places = [head.touchpoint, head.to]
  return places.includes(sign.touchpoint) || (sign.to !== undefined && places.includes(sign.to))
}

/** The trouble that the sign echoes: one alone, else the one that explains most of it when all are taken together. */
function explained(found: Found, troubles: readonly Growing[], sign: Sign): Growing | undefined {
  if (sign.answers.length === 0 || troubles.length === 0) return undefined
  const alone = troubles.find((trouble) => explainedBy(found, sign, [trouble]))
  if (alone || troubles.length === 1) return alone
  if (!explainedBy(found, sign, troubles)) return undefined
  const share = (trouble: Growing) => sign.answers.reduce((count, index) => count + (trouble.met[index] ?? 0), 0)
  return troubles.reduce((most, trouble) => (share(trouble) > share(most) ? trouble : most))
}
