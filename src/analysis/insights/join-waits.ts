import { byFirst, byText } from '../by-order.ts'
import type { Found } from './found.ts'
import type { Sign } from './sign.ts'

const caution =
  'Nearly everybody waits here, so people who wait cannot be compared with people who do not: the score may have another reason.'

/** A badly scored place to which the longest unusual wait leads, straight or one step before it, is told as that wait. */
export function joinWaits({ input }: Found, signs: readonly Sign[], waits: readonly Sign[]): readonly Sign[] {
  return signs.map((sign): Sign => {
    if (sign.cause !== 'score' || sign.to !== undefined || sign.compared.value <= 0) return sign
    const [wait] = waits
      .filter(({ touchpoint, to }) =>
        to === sign.touchpoint ? leadsTo(input, touchpoint, to) : to !== undefined && leadsTo(input, to, sign.touchpoint),
      )
      .sort(
        byFirst<Sign>(
          (a, b) => b.compared.value - a.compared.value,
          (a, b) => byText(a.key, b.key),
        ),
      )
    if (!wait) return sign
    const { compared, unit, n, size, answers, rest, within } = sign
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

/** Do at least three in ten of those who arrive at a place come from this touchpoint? */
function leadsTo({ transitions }: Found['input'], from: string, to: string): boolean {
  const into = transitions.filter((row) => row.to === to && row.from !== to)
  const all = into.reduce((total, { count }) => total + count, 0)
  return into.some((row) => row.from === from && row.count >= 0.3 * all)
}
