import { byFirst, byText } from '../by-order.ts'
import { type Found, passageKey } from './found.ts'
import type { Sign } from './sign.ts'

const caution =
  'Nearly everybody waits here, so people who wait cannot be compared with people who do not: the score may have another reason.'

/** A badly scored place to which the longest unusual wait leads, straight or one step before it, is told as that wait. */
export function joinWaits(found: Found, signs: readonly Sign[], waits: readonly Sign[]): readonly Sign[] {
  return signs.map((sign): Sign => {
    if (sign.cause !== 'score' || sign.to !== undefined || sign.compared.value <= 0) return sign
    const [wait] = waits
      .filter(({ touchpoint, to }) =>
        to === sign.touchpoint ? leadsTo(found, touchpoint, to) : to !== undefined && leadsTo(found, to, sign.touchpoint),
      )
      .sort(
        byFirst<Sign>(
          (a, b) => b.compared.value - a.compared.value,
          (a, b) => byText(a.key, b.key),
        ),
      )
    if (!wait) return sign
    const { compared, unit, n, answers, rest, within } = sign
    const size = (compared.value / 2) * wait.affected
    const bad = { title: wait.bad.title, detail: `${wait.bad.detail} ${sign.bad.title}: ${sign.bad.detail}` }
    return {
      ...wait,
      compared,
      unit,
      n,
      size,
      answers,
      rest,
      within,
      bad,
      evidence: [...wait.evidence, ...sign.evidence],
      caution,
      with: [sign],
    }
  })
}

/** Do at least three in ten visits of a place come straight from this touchpoint, those to the same place again left out? */
function leadsTo({ rowOf }: Found, from: string, to: string): boolean {
  const again = rowOf.transition.get(passageKey(to, to))?.count ?? 0
  const visits = (rowOf.touchpoint.get(to)?.occurrences ?? 0) - again
  return (rowOf.transition.get(passageKey(from, to))?.count ?? 0) >= 0.3 * visits
}
