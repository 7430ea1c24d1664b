import type { Evidence } from '../../journey/evidence.ts'
import { compareStrata } from './compare-strata.ts'
import { type Found, leastAnswers, scoreWords, surePlace } from './found.ts'
import type { Sign } from './sign.ts'

/** Touchpoints scored below, or above, all others on the same scale in the same months. */
export function placeSigns({ table, input, rowOf, feedback }: Found): readonly Sign[] {
  return [...feedback.byPlace.values()].flatMap(({ place, scale, answers }): readonly Sign[] => {
    if (answers.length < leastAnswers) return []
    const own = new Set(answers)
    const rest = (feedback.byScale.get(scale) ?? []).filter((index) => !own.has(index))
    const compared = compareStrata({ value: table.value, stratum: table.scaleStratum }, answers, rest)
    const row = rowOf.touchpoint.get(place)
    if (!compared || !row || compared.rest < leastAnswers) return []
    const words = scoreWords(compared, scale, `at other touchpoints, on the same scale and in the same months`)
    return [
      {
        cause: 'score',
        touchpoint: place,
        key: `${place} ${scale}`,
        unit: 'score',
        compared,
        surelyBeyond: surePlace,
        n: compared.n,
        // Only those who answered are known to feel so: others who pass may have gone on happily.
        affected: answers.length,
        size: (Math.abs(compared.value) / 2) * answers.length,
        bad: { title: `People feel worse at "${place}"`, detail: words },
        good: { title: `People feel better at "${place}"`, detail: words },
        evidence: scoreEvidence(input, place, scale),
        answers,
        rest,
        within: 'scale',
      },
    ]
  })
}

function scoreEvidence({ scores }: Found['input'], touchpoint: string, scale: string): readonly Evidence[] {
  const row = scores.find((one) => one.touchpoint === touchpoint && one.scale === scale)
  if (!row) return []
  const pick = { kind: 'score', touchpoint, scale } as const
  const label = `mean ${scale} score from −1 to +1`
  return [{ kind: 'answer', question: { question: 'scores' }, pick, label, value: row.mean, n: row.n, count: row.n }]
}
