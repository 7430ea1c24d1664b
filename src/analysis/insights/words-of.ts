import type { VerbatimRow } from '../../journey/answer.ts'
import type { Evidence } from '../../journey/evidence.ts'
import { normaliseScore, parseScale } from '../../journey/scale.ts'
import type { Found } from './found.ts'
import type { Sign } from './sign.ts'

const most = 3
const shortest = 12
const longest = 400

/** What people wrote with the very answers that a sign rests on: the worst for trouble, the best for delight. */
export function wordsOf({ table, input }: Found, { answers, compared }: Sign): readonly Evidence[] {
  const given = new Set<string>()
  for (const index of answers) {
    const trace = input.traces[table.trace[index] ?? 0]
    const score = trace?.scores.find(
      (one) => one.step === table.step[index] && one.value === table.value[index] && one.scale === table.scale[index],
    )
    if (score) given.add(keyOf(score.time, score.value))
  }
  const way = Math.sign(compared.value)
  return input.verbatims
    .flatMap((row) => {
      const feeling = feelingOf(row)
      const length = row.text.trim().length
      return feeling !== undefined && length >= shortest && length <= longest && given.has(keyOf(row.time, feeling))
        ? [{ row, feeling }]
        : []
    })
    .sort((a, b) => way * (a.feeling - b.feeling) || b.row.time - a.row.time || (a.row.text < b.row.text ? -1 : 1))
    .slice(0, most)
    .map(({ row: { text, customer, time, file, line, score, scale } }): Evidence => ({
      kind: 'verbatim',
      text: text.trim(),
      customer,
      time,
      file,
      line,
      ...(score !== null && { score, scale }),
    }))
}

const keyOf = (time: number, value: number) => `${time} ${value.toFixed(6)}`

function feelingOf({ score, scale }: VerbatimRow): number | undefined {
  const known = parseScale(scale)
  return score === null || !known.ok ? undefined : normaliseScore(score, known.value)
}
