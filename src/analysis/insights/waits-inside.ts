import { spokenDuration } from '../pain-points/spoken-duration.ts'
import { compareStrata, type StrataDifference } from './compare-strata.ts'
import { type Found, type Passage, passageKey, scoreWords, sureScore } from './found.ts'
import type { Sign } from './sign.ts'

/** Where "long" may begin, as shares of the passages; the best is taken, and its p pays for having looked at all. */
const cuts = [0.1, 0.25, 0.5, 0.75, 0.9]
const leastSide = 15
/** 99 % instead of 95 %: the interval pays for the choice of the cut too. */
const wider = 2.5758 / 1.96

/** Do those who wait longer on the way from one touchpoint to the next score worse afterwards than those who wait less on the same way? */
export function waitSigns(found: Found): readonly Sign[] {
  return [...found.feedback.byPassage.values()].flatMap((passage): readonly Sign[] => {
    const best = bestCut(found, passage)
    if (!best) return []
    const { compared, slow, fast, ms } = best
    const { from, to } = passage
    const row = found.rowOf.transition.get(passageKey(from, to))
    const share = slow.length / passage.answers.length
    const affected = Math.round((row?.journeys ?? passage.answers.length) * share)
    const detail = `Of those who wait ${spokenDuration(ms)} or longer, ${scoreWords(compared, '', 'of others on the same way who wait less')}`
    return [
      {
        cause: 'wait',
        touchpoint: from,
        to,
        key: `${from} ${to}`,
        unit: 'score',
        compared,
        surelyBeyond: sureScore,
        n: compared.n,
        affected,
        size: (Math.abs(compared.value) / 2) * affected,
        bad: { title: `The wait between "${from}" and "${to}" goes with worse scores`, detail },
        good: { title: `People who take longer between "${from}" and "${to}" feel better`, detail },
        evidence: [],
        answers: slow,
        rest: fast,
        within: 'place',
      },
    ]
  })
}

interface Split {
  readonly compared: StrataDifference
  readonly slow: readonly number[]
  readonly fast: readonly number[]
  readonly ms: number
}

function bestCut({ table }: Found, { answers, gaps }: Passage): Split | undefined {
  if (answers.length < 4 * leastSide) return undefined
  const order = gaps.map((_, place) => place).sort((a, b) => (gaps[a] ?? 0) - (gaps[b] ?? 0) || a - b)
  const splits = cuts.flatMap((cut): readonly Split[] => {
    const ms = gaps[order[Math.floor(cut * order.length)] ?? 0] ?? 0
    const side = (slow: boolean) => order.flatMap((place) => ((gaps[place] ?? 0) >= ms === slow ? [answers[place] ?? 0] : []))
    const slow = side(true)
    const fast = side(false)
    if (slow.length < leastSide || fast.length < leastSide) return []
    const compared = compareStrata({ value: table.value, stratum: table.placeStratum }, slow, fast)
    return compared ? [{ compared, slow, fast, ms }] : []
  })
  const [best] = splits.sort((a, b) => a.compared.p - b.compared.p)
  if (!best) return undefined
  const { value, low, high, p } = best.compared
  const compared = {
    ...best.compared,
    low: value - (value - low) * wider,
    high: value + (high - value) * wider,
    p: Math.min(1, p * cuts.length),
  }
  return { ...best, compared }
}
