import type { VerbatimRow } from '../../journey/answer.ts'
import type { Evidence } from '../../journey/evidence.ts'
import { normaliseScore, parseScale } from '../../journey/scale.ts'
import { byFirst, byText } from '../by-order.ts'
import type { CardDraft, ContextStage, MapContext } from '../discover/map-context.ts'

/** Characters between which a sentence tells something and still fits a card. */
const shortest = 15
const longest = 280
const most = 3

/** The most telling words of each stage: the worst scored, the best scored, then the newest, all different. */
export function verbatimCards(context: MapContext): readonly CardDraft[] {
  return context.stages.flatMap((stage) => {
    const here = context.input.verbatims.filter((row) => stage.touchpoints.includes(row.touchpoint))
    return telling(here).map((row) => card(context, stage, { row, n: here.length }))
  })
}

interface Scored {
  readonly row: VerbatimRow
  /** −1..+1; null without a score. */
  readonly feeling: number | null
}

function telling(rows: readonly VerbatimRow[]): readonly VerbatimRow[] {
  const fitting = rows.flatMap((row): Scored[] => (fits(row.text) ? [{ row, feeling: feelingOf(row) }] : []))
  const scored = fitting.filter(({ feeling }) => feeling !== null)
  const worst = [...scored].sort(byFirst((a, b) => feel(a) - feel(b), byFitness))
  const best = [...scored].sort(byFirst((a, b) => feel(b) - feel(a), byFitness))
  const wanted = [worst[0], best[0], ...[...fitting].sort(byNewest)]
  const seen = new Set<string>()
  const chosen = wanted.flatMap((found) => {
    const words = found?.row.text.trim().toLowerCase()
    if (!found || words === undefined || seen.has(words)) return []
    seen.add(words)
    return [found.row]
  })
  return chosen.slice(0, most)
}

function fits(text: string): boolean {
  const length = [...text.trim()].length
  return length >= shortest && length <= longest
}

function feelingOf({ score, scale }: VerbatimRow): number | null {
  const known = parseScale(scale)
  return score === null || !known.ok ? null : normaliseScore(score, known.value)
}

const feel = ({ feeling }: Scored) => feeling ?? 0
const byNewest = byFirst<Scored>(
  (a, b) => b.row.time - a.row.time,
  (a, b) => byText(a.row.text, b.row.text),
  (a, b) => byText(a.row.customer, b.row.customer),
)
/** Long enough to explain itself comes first, then the newest. */
const byFitness = byFirst<Scored>((a, b) => Number(b.row.text.trim().length >= 40) - Number(a.row.text.trim().length >= 40), byNewest)

function card(context: MapContext, stage: ContextStage, { row, n }: { row: VerbatimRow; n: number }): CardDraft {
  const { customer, time, file, line, score, scale } = row
  const text = row.text.trim()
  const step = context.placeOf.get(row.touchpoint)?.step
  const evidence: Evidence = { kind: 'verbatim', text, customer, time, file, line, ...(score !== null && { score, scale }) }
  return {
    lane: 'verbatims',
    about: text.slice(0, 30),
    stage: stage.id,
    ...(step && { step }),
    body: { kind: 'verbatim', text, score, scale },
    evidence: [evidence],
    standing: { kind: 'reported', n, asOf: time },
  }
}
