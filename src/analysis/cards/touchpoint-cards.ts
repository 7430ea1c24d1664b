import type { TouchpointRow } from '../../journey/answer.ts'
import type { Standing } from '../../journey/standing.ts'
import type { TouchpointsQuestion } from '../../journey/question.ts'
import { asOf, type CardDraft, type ContextStage, type ContextStep, type MapContext } from '../discover/map-context.ts'
import { sum } from '../by-order.ts'

const question: TouchpointsQuestion = { question: 'touchpoints' }

/** A card for each touchpoint with a step of its own, and one that sums up each "Other" step. */
export function touchpointCards(context: MapContext): readonly CardDraft[] {
  return context.stages.flatMap((stage) =>
    stage.steps.flatMap((step) => {
      const rows = step.touchpoints.flatMap((name) => context.touchpoint.get(name) ?? [])
      const [only] = rows
      if (!only) return []
      return rows.length === 1 ? [touchpointCard(context, stage, { step, row: only })] : [otherCard(context, stage, { step, rows })]
    }),
  )
}

function touchpointCard(context: MapContext, stage: ContextStage, { step, row }: { step: ContextStep; row: TouchpointRow }): CardDraft {
  const { touchpoint, channel, journeys, occurrences, p50ToNext } = row
  const reach = journeys / Math.max(1, context.input.overview.journeys)
  const pick = (number: 'journeys' | 'occurrences') => ({ kind: 'touchpoint', touchpoint, number }) as const
  return {
    lane: 'touchpoints',
    about: touchpoint,
    stage: stage.id,
    step: step.id,
    body: { kind: 'touchpoint', touchpoint, channel, journeys, reach, occurrences, p50ToNext },
    evidence: [
      {
        kind: 'answer',
        question,
        pick: pick('journeys'),
        label: 'journeys that reach it',
        value: journeys,
        n: context.input.overview.journeys,
        count: journeys,
      },
      { kind: 'answer', question, pick: pick('occurrences'), label: 'occurrences', value: occurrences, n: occurrences, count: occurrences },
    ],
    standing: placed(context, stage, row),
  }
}

/** Its numbers are counted; but a touchpoint that no rule of the template matched is where it is by inference. */
function placed(context: MapContext, stage: ContextStage, row: TouchpointRow): Standing {
  const basis = { n: row.journeys, ...asOf(context) }
  return stage.byOrder.includes(row.touchpoint)
    ? { kind: 'inferred', ...basis, rule: 'placed by order of occurrence' }
    : { kind: 'observed', ...basis }
}

function otherCard(
  context: MapContext,
  stage: ContextStage,
  { step, rows }: { step: ContextStep; rows: readonly TouchpointRow[] },
): CardDraft {
  const total = sum(rows.map((row) => row.occurrences))
  const names = rows.map((row) => row.touchpoint)
  const shown = names.slice(0, 5).join(', ')
  const rest = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return {
    lane: 'touchpoints',
    about: 'other',
    stage: stage.id,
    step: step.id,
    body: { kind: 'text', text: `${names.length} less visited touchpoints, ${total} occurrences: ${shown}${rest}` },
    evidence: rows.map((row) => ({
      kind: 'answer',
      question,
      pick: { kind: 'touchpoint', touchpoint: row.touchpoint, number: 'occurrences' },
      label: `occurrences of ${row.touchpoint}`,
      value: row.occurrences,
      n: row.occurrences,
      count: row.occurrences,
    })),
    standing: { kind: 'observed', n: total, ...asOf(context) },
  }
}
