import { compareStrata } from './compare-strata.ts'
import { type Found, leastAnswers, othersInStrata, scoreWords, sureScore } from './found.ts'
import type { Sign } from './sign.ts'
import { asksForHelp } from './support-words.ts'

/** Touchpoints of support that people had to come to again: do they score worse than others at the same places? */
export function repeatSigns(found: Found): readonly Sign[] {
  const again = new Map<string, number[]>()
  for (let index = 0; index < found.table.value.length; index++)
    for (const place of askedAgain(found, index)) {
      const group = again.get(place)
      if (group) group.push(index)
      else again.set(place, [index])
    }
  return [...again].flatMap(([touchpoint, answers]) => sign(found, touchpoint, answers))
}

/** Support touchpoints that the journey had come to at least twice when it gave the answer. */
function askedAgain({ table }: Found, index: number): readonly string[] {
  const path = table.traces[table.trace[index] ?? 0]?.touchpoints ?? []
  const before = path.slice(Math.max(0, (table.step[index] ?? 0) - 200), (table.step[index] ?? 0) + 1).filter((name) => helps(name))
  return [...new Set(before.filter((name, place) => before.indexOf(name) < place))]
}

const known = new Map<string, boolean>()
function helps(name: string): boolean {
  const found = known.get(name)
  if (found !== undefined) return found
  const answer = asksForHelp(name)
  if (known.size < 10_000) known.set(name, answer)
  return answer
}

function sign(found: Found, touchpoint: string, answers: readonly number[]): readonly Sign[] {
  const row = found.rowOf.touchpoint.get(touchpoint)
  if (answers.length < leastAnswers || !row) return []
  const rest = othersInStrata(found, answers)
  const compared = compareStrata({ value: found.table.value, stratum: found.table.placeStratum }, answers, rest)
  if (!compared || compared.n < leastAnswers || compared.rest < leastAnswers) return []
  const detail = `After the second time ${scoreWords(compared, '', 'of others at the same places')}`
  const pick = { kind: 'touchpoint', touchpoint, number: 'repeats' } as const
  return [
    {
      cause: 'repeat',
      touchpoint,
      key: touchpoint,
      unit: 'score',
      compared,
      surelyBeyond: sureScore,
      n: compared.n,
      affected: row.repeats,
      size: (Math.abs(compared.value) / 2) * row.repeats,
      bad: { title: `People have to come to "${touchpoint}" again`, detail },
      good: { title: `People who come to "${touchpoint}" again feel better`, detail },
      evidence: [
        {
          kind: 'answer',
          question: { question: 'touchpoints' },
          pick,
          label: 'journeys that come more than once',
          value: row.repeats,
          n: row.journeys,
          count: row.repeats,
        },
      ],
      answers,
      rest,
      within: 'place',
    },
  ]
}
