import { percent } from '../pain-points/pain-point.ts'
import { compareStrata } from './compare-strata.ts'
import { type Found, leastAnswers, scoreWords, sureScore } from './found.ts'
import type { Sign } from './sign.ts'

/** Journeys with a promised time that are needed, and the shares of late ones between which it is a promise that is sometimes broken. */
const leastPromises = 50
const rarest = 0.01
const mostUsual = 0.5

interface Kept {
  readonly touchpoint: string
  readonly property: string
  readonly late: Set<number>
  readonly inTime: Set<number>
}

/** Events that come later than a time one of their properties promised: do those journeys score worse than those in time? */
export function lateSigns(found: Found): readonly Sign[] {
  return [...promisesIn(found).values()].flatMap((kept) => lateSign(found, kept))
}

function promisesIn({ input }: Found): ReadonlyMap<string, Kept> {
  const all = new Map<string, Kept>()
  input.traces.forEach(({ touchpoints, promises }, journey) => {
    for (const { step, property, lateMs } of promises) {
      const touchpoint = touchpoints[step] ?? ''
      const key = JSON.stringify([touchpoint, property])
      const kept = all.get(key) ?? { touchpoint, property, late: new Set<number>(), inTime: new Set<number>() }
      all.set(key, kept)
      if (lateMs > 0) kept.late.add(journey)
      else kept.inTime.add(journey)
    }
  })
  return all
}

function lateSign({ input, table, rowOf }: Found, { touchpoint, property, late, inTime }: Kept): readonly Sign[] {
  for (const journey of late) inTime.delete(journey)
  const known = late.size + inTime.size
  const share = late.size / Math.max(1, known)
  const row = rowOf.touchpoint.get(touchpoint)
  if (!row || known < leastPromises || share < rarest || share > mostUsual) return []
  const answers: number[] = []
  const rest: number[] = []
  for (let index = 0; index < table.value.length; index++) {
    const journey = table.trace[index] ?? 0
    if (late.has(journey)) answers.push(index)
    else if (inTime.has(journey)) rest.push(index)
  }
  const compared = compareStrata({ value: table.value, stratum: table.scaleStratum }, answers, rest)
  if (!compared || compared.n < leastAnswers || compared.rest < leastAnswers) return []
  const told = Math.max(1, input.traces.length)
  const affected = Math.round((late.size * Math.max(told, input.journeys)) / told)
  const detail = `${percent(share)} of ${known} journeys reach "${touchpoint}" later than "${property}" says. Their ${scoreWords(compared, '', 'of journeys in time, on the same scale and in the same months,')}`
  const pick = { kind: 'touchpoint', touchpoint, number: 'journeys' } as const
  return [
    {
      cause: 'late',
      touchpoint,
      key: `${touchpoint} ${property}`,
      unit: 'score',
      compared,
      surelyBeyond: sureScore,
      n: compared.n,
      affected,
      size: (Math.abs(compared.value) / 2) * affected,
      bad: { title: `"${touchpoint}" comes later than promised, and people feel worse`, detail },
      good: { title: `People feel better although "${touchpoint}" comes later than promised`, detail },
      evidence: [
        {
          kind: 'answer',
          question: { question: 'touchpoints' },
          pick,
          label: 'journeys that reach it',
          value: row.journeys,
          n: row.journeys,
          count: row.journeys,
        },
      ],
      answers,
      rest,
      within: 'scale',
    },
  ]
}
