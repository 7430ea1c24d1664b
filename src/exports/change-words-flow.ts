import type { CurveChange, FlowChange } from '../journey/map-change.ts'
import type { EmotionPoint, JourneyMap, MapBasis, River, StepId } from '../journey/map.ts'
import { figuresSaid, quoted, stageNamed, type BothMaps, type ChangeWords } from './change-phrases.ts'
import { changedFigures, type Figure } from './changed-figures.ts'
import { formatCount, formatPeriod, formatScore } from './format.ts'

/** Drawn curves, and what only a computation writes. Undefined where numbers differ by too little to be read differently. */
export function flowWords(change: CurveChange | FlowChange, { before, after }: BothMaps): ChangeWords | undefined {
  const base = { kind: 'changed', before: null, after: null } as const
  if (change.what === 'curve') {
    const persona = [...after.personas, ...before.personas].find((one) => one.id === change.persona)?.name
    const whose = change.persona === null ? 'everybody' : (persona ?? 'a persona not on the map')
    const step = stepNamed(change.step, after) ?? stepNamed(change.step, before) ?? 'a removed step'
    const said = (value: number | null): string | null => (value === null ? null : formatScore(value))
    const figures = [{ name: `emotion of ${whose}`, before: said(change.before), after: said(change.after) }]
    return {
      ...base,
      what: 'curve',
      id: `${change.persona ?? ''}/${change.step}`,
      stage: change.stage ?? null,
      title: `Drawn curve at ${quoted(step)}`,
      sentence: `${step}: drawn ${figuresSaid(figures)}`,
      figures,
      computed: false,
    }
  }
  const flow = { ...base, what: 'flow', stage: null, computed: true } as const
  if (change.kind === 'emotion') {
    const stage = stageNamed(change.stage, after.stages.some((one) => one.id === change.stage) ? after : before)
    const step = change.step === undefined ? undefined : (stepNamed(change.step, after) ?? stepNamed(change.step, before))
    const figures = changedFigures(pointFigures(change.before), pointFigures(change.after))
    const where = step ?? stage
    if (figures.length === 0) return undefined
    return {
      ...flow,
      id: `emotion/${change.stage}/${change.step ?? ''}`,
      stage: change.stage,
      title: `Emotion at ${quoted(where)}`,
      sentence: `${where}: ${figuresSaid(figures)}`,
      figures,
    }
  }
  const figures =
    change.kind === 'river'
      ? changedFigures(riverFigures(change.before), riverFigures(change.after))
      : changedFigures(basisFigures(change.before), basisFigures(change.after))
  const title = change.kind === 'river' ? 'River' : 'What the map was computed from'
  if (change.kind === 'river' && figures.length === 0)
    return { ...flow, id: 'river', title, sentence: 'River: ribbons between stages changed' }
  return figures.length === 0 ? undefined : { ...flow, id: change.kind, title, sentence: `${title}: ${figuresSaid(figures)}`, figures }
}

const stepNamed = (id: StepId, map: JourneyMap): string | undefined =>
  map.stages.flatMap((stage) => stage.steps).find((step) => step.id === id)?.name

const pointFigures = (point: EmotionPoint | undefined): readonly Figure[] =>
  point === undefined
    ? []
    : [
        { name: 'mean', value: point.mean === null ? null : formatScore(point.mean) },
        { name: 'scores', value: formatCount(point.n) },
      ]

const riverFigures = (river: River | undefined): readonly Figure[] =>
  river === undefined
    ? []
    : [
        { name: 'journeys', value: formatCount(river.journeys) },
        { name: 'ribbons', value: formatCount(river.ribbons.length) },
      ]

const basisFigures = (basis: MapBasis | undefined): readonly Figure[] =>
  basis === undefined
    ? []
    : [
        { name: 'definition', value: basis.definition.name },
        { name: 'customers', value: formatCount(basis.customers) },
        { name: 'journeys', value: formatCount(basis.journeys) },
        { name: 'events', value: formatCount(basis.events) },
        { name: 'reached the goal', value: formatCount(basis.reachedGoal) },
        { name: 'period', value: formatPeriod(basis.from, basis.to) },
      ]
