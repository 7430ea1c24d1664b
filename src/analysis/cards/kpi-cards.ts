import type { StageRow } from '../../journey/answer.ts'
import type { Evidence } from '../../journey/evidence.ts'
import type { StagesQuestion } from '../../journey/question.ts'
import { asOf, type CardDraft, type ContextStage, type MapContext } from '../discover/map-context.ts'
import { wilson } from '../statistics/wilson.ts'
import { stageGroups } from '../stages/stage-plan.ts'

/** Reach, passage to the next stage, passage to the goal, and time in the stage. */
export function kpiCards(context: MapContext): readonly CardDraft[] {
  const byStage = new Map(context.input.stages.map((row) => [row.stage, row]))
  return context.stages.flatMap((stage, index) => {
    const row = byStage.get(stage.id)
    if (!row || row.journeys === 0) return []
    const next = context.stages.slice(index + 1).find(({ id }) => (byStage.get(id)?.journeys ?? 0) > 0)
    return [
      ...reach(context, stage, row),
      ...(next ? goOn(context, { stage, next, row }) : []),
      ...toGoal(context, stage, row),
      ...times(context, stage, row),
    ]
  })
}

interface RateDraft {
  readonly name: string
  readonly count: number
  readonly n: number
  readonly ask: Pick<Extract<Evidence, { kind: 'answer' }>, 'question' | 'pick' | 'label'>
}

function reach(context: MapContext, stage: ContextStage, row: StageRow): readonly CardDraft[] {
  const ask = {
    question: stagesQuestion(context),
    pick: { kind: 'stage', stage: stage.id, number: 'journeys' },
    label: 'share of journeys that reach the stage',
  } as const
  return rate(context, stage, { name: 'Reach', count: row.journeys, n: context.input.overview.journeys, ask })
}

function goOn(context: MapContext, { stage, next, row }: { stage: ContextStage; next: ContextStage; row: StageRow }): readonly CardDraft[] {
  const from = { kind: 'stage', stage: stage.id } as const
  const to = { kind: 'stage', stage: next.id } as const
  const passage = context.input.flow.find((ribbon) => isStage(ribbon.from, stage.id) && isStage(ribbon.to, next.id))
  const ask = {
    question: { question: 'flow', stages: stageGroups(context.input.plan) },
    pick: { kind: 'flow', from, to, number: 'journeys' },
    label: `share that goes straight on to ${next.name}`,
  } as const
  return rate(context, stage, { name: `Goes on to ${next.name}`, count: passage?.journeys ?? 0, n: row.journeys, ask })
}

const isStage = (end: { readonly kind: string; readonly stage?: string }, id: string) => end.kind === 'stage' && end.stage === id

function toGoal(context: MapContext, stage: ContextStage, row: StageRow): readonly CardDraft[] {
  const { definition, stagesOfGoal } = context.input
  if (!stagesOfGoal || definition.goal.length === 0 || !beforeGoal(context, stage)) return []
  const count = stagesOfGoal.find((reached) => reached.stage === stage.id)?.journeys ?? 0
  const question: StagesQuestion = { ...stagesQuestion(context), journeys: { outcomes: ['goal'] } }
  const ask = {
    question,
    pick: { kind: 'stage', stage: stage.id, number: 'journeys' },
    label: 'share of the journeys here that reach the goal',
  } as const
  return rate(context, stage, { name: 'Reaches the goal', count, n: row.journeys, ask })
}

/** At the goal's own stage and after it, reaching the goal is no longer a question. */
function beforeGoal({ input, stages }: MapContext, stage: ContextStage): boolean {
  const goal = stages.findIndex(({ touchpoints }) => input.definition.goal.some((name) => touchpoints.includes(name)))
  return goal < 0 || stages.indexOf(stage) < goal
}

function rate(context: MapContext, stage: ContextStage, { name, count, n, ask }: RateDraft): readonly CardDraft[] {
  const share = wilson(Math.min(count, n), n)
  if (!share) return []
  const { value, low, high } = share
  return [
    {
      lane: 'kpis',
      about: name,
      stage: stage.id,
      body: { kind: 'kpi', name, value, unit: 'rate', low, high },
      evidence: [{ kind: 'answer', ...ask, value, n, count }],
      standing: { kind: 'observed', n, low, high, ...asOf(context) },
    },
  ]
}

function times(context: MapContext, stage: ContextStage, row: StageRow): readonly CardDraft[] {
  if (row.p50Time === null || row.p90Time === null || row.p90Time === 0) return []
  const figures = [
    { name: 'Time here, half within', value: row.p50Time, label: 'median time in the stage, ms' },
    { name: 'Time here, nine in ten within', value: row.p90Time, label: '90th percentile of the time in the stage, ms' },
  ]
  return figures
    .filter(({ value }) => value > 0)
    .map(({ name, value, label }) => ({
      lane: 'kpis',
      about: name,
      stage: stage.id,
      body: { kind: 'kpi', name, value, unit: 'ms' },
      evidence: [
        {
          kind: 'answer',
          question: stagesQuestion(context),
          pick: { kind: 'stage', stage: stage.id, number: 'journeys' },
          label,
          value,
          n: row.journeys,
          count: row.journeys,
        },
      ],
      standing: { kind: 'observed', n: row.journeys, ...asOf(context) },
    }))
}

const stagesQuestion = (context: MapContext): StagesQuestion => ({ question: 'stages', stages: stageGroups(context.input.plan) })
