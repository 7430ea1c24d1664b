import type { Evidence } from '../../journey/evidence.ts'
import type { PainCause } from '../../journey/map.ts'
import { compareStrata } from './compare-strata.ts'
import { type Found, leastAnswers, othersInStrata, type Passage, passageKey, scoreWords, sureScore } from './found.ts'
import type { Sign, Words } from './sign.ts'
import { asksForHelp } from './support-words.ts'

/**
 * Passages after which people score worse, or better, than others who are at the same touchpoint and came another way: fair
 * for hand-offs, loops, rework and steps back, because the place, the scale and the month are the same.
 */
export function arrivalSigns(found: Found): readonly Sign[] {
  return [...found.feedback.byPassage.values()].flatMap((passage) => {
    if (passage.answers.length < leastAnswers) return []
    const rest = othersInStrata(found, passage.answers)
    const { value, placeStratum: stratum } = found.table
    const compared = compareStrata({ value, stratum }, passage.answers, rest)
    // The way that most take is the usual one; what is special is the other way.
    if (!compared || compared.n < leastAnswers || compared.rest < Math.max(leastAnswers, compared.n / 2)) return []
    const { from, to } = passage
    const row = found.rowOf.transition.get(passageKey(from, to))
    const cause = causeOf(found, passage)
    const detail = scoreWords(compared, '', 'of others who came to the same places another way, in the same months,')
    const affected = row?.journeys ?? passage.answers.length
    const sign: Sign = {
      cause,
      touchpoint: from,
      to,
      key: `${from} ${to}`,
      unit: 'score',
      compared,
      surelyBeyond: sureScore,
      n: compared.n,
      affected,
      size: (Math.abs(compared.value) / 2) * affected,
      bad: { title: titles[cause](from, to), detail: `Within three steps after it ${lower(detail)}` },
      good: { title: `People feel better after going from "${from}" to "${to}"`, detail: `Within three steps after it ${lower(detail)}` },
      evidence: passageEvidence(row),
      answers: passage.answers,
      rest,
      within: 'place',
    }
    return [sign]
  })
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

type Titles = Readonly<Record<PainCause, (from: string, to: string) => Words['title']>>
const after = (from: string, to: string) => `People feel worse after going from "${from}" to "${to}"`
const titles: Titles = {
  'hand-off': (from, to) => `People are passed from "${from}" to "${to}", and feel worse`,
  loop: (from, to) => `People go round between "${from}" and "${to}", and feel worse`,
  backward: (from, to) => `People have to go back from "${from}" to "${to}", and feel worse`,
  score: after,
  wait: after,
  exit: after,
  late: after,
  repeat: after,
  theme: after,
}

/** What a passage is: a call for help or a change of channel, a way round, a step back; else only a place with a score. */
function causeOf({ input, rowOf, table }: Found, { from, to, answers }: Passage): PainCause {
  if (asksForHelp(to)) return returns(table, { from, to, answers }) ? 'loop' : 'hand-off'
  if (from === to || returns(table, { from, to, answers })) return 'loop'
  const here = rowOf.touchpoint.get(from)
  const there = rowOf.touchpoint.get(to)
  if (asksForHelp(from) && here && there && here.channel !== there.channel) return 'hand-off'
  const order = input.stageOrder
  const [a, b] = [input.stageOf?.get(from), input.stageOf?.get(to)]
  if (order && a !== undefined && b !== undefined && order.indexOf(b) < order.indexOf(a)) return 'backward'
  return 'score'
}

/** Do three in ten of those who go this way come back to where they went from within three steps? */
function returns(table: Found['table'], { from, to, answers }: Pick<Passage, 'from' | 'to' | 'answers'>): boolean {
  let seen = 0
  let back = 0
  for (const index of answers) {
    const path = table.traces[table.trace[index] ?? 0]?.touchpoints ?? []
    for (let at = 1; at < path.length; at++) {
      if (path[at - 1] !== from || path[at] !== to) continue
      seen += 1
      if (path.slice(at + 1, at + 4).includes(from)) back += 1
      break
    }
  }
  return seen > 0 && back / seen >= 0.3
}

function passageEvidence(row: { readonly from: string; readonly to: string; readonly journeys: number } | undefined): readonly Evidence[] {
  if (!row) return []
  const { from, to, journeys } = row
  const pick = { kind: 'transition', from, to, number: 'journeys' } as const
  return [
    {
      kind: 'answer',
      question: { question: 'transitions' },
      pick,
      label: 'journeys that go this way',
      value: journeys,
      n: journeys,
      count: journeys,
    },
  ]
}
