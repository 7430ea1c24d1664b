import type * as Y from 'yjs'
import type { DrawnCurve, EmotionPoint, JourneyMap, Lane, LaneId, LaneKind, Ribbon, Stage, StageId, StepId } from '../journey/map.ts'
import { mapFormat } from '../journey/map.ts'
import type { FlowEnd } from '../journey/member-pick.ts'
import { standardLanes } from '../journey/standard-lanes.ts'
import { type ArrangedStage, arrangeStages, placeOf } from './arrange.ts'
import { parseCurveKey } from './curve-key.ts'
import { basisFact, emotionFact, personaFact, riverFact, stageFact } from './facts.ts'
import { cardAt, personaOrder } from './read-card.ts'
import { readStage } from './read-stage.ts'
import { livingOf, type Roots, rootsOf, sharedTextIn, textIn } from './roots.ts'

/** The map that the document holds: whole and valid whatever people did to it at the same time; the same for everybody. */
export function readMap(doc: Y.Doc): JourneyMap {
  const roots = rootsOf(doc)
  const order = personaOrder(roots)
  const cards = livingOf(roots.cards).flatMap(({ id, entry }) => {
    const place = placeOf(roots, entry)
    return place ? [cardAt(roots, { id, entry, place }, order)] : []
  })
  return { ...readFrame(doc), cards }
}

/** The map without its cards, which are most of the work: for what is drawn around them. */
export function readFrame(doc: Y.Doc): JourneyMap {
  const roots = rootsOf(doc)
  const stages = arrangeStages(roots)
  const order = personaOrder(roots)
  const drawnCurves = curvesOf(roots, stages)
  const read = stages.map((stage) => readStage(roots, stage))
  const basis = basisFact(roots)
  return {
    format: mapFormat,
    title: textIn(roots.about, 'title'),
    summary: sharedTextIn(roots.about, 'summary')?.toJSON() ?? '',
    kind: roots.about.get('kind') === 'to-be' ? 'to-be' : 'as-is',
    personas: order.flatMap((id) => personaFact(roots, id) ?? []),
    stages: read,
    lanes: readLanes(roots),
    cards: [],
    ...flowOf(roots, read),
    ...(drawnCurves.length > 0 && { drawnCurves }),
    ...(basis && { basis }),
  }
}

export function readLanes(roots: Roots): readonly Lane[] {
  return livingOf(roots.lanes).map(({ id, entry }) => ({
    id: id as LaneId,
    kind: laneKindOf(entry.get('kind')),
    name: textIn(entry, 'name'),
    hint: textIn(entry, 'hint'),
  }))
}

export const isLaneKind = (kind: unknown): kind is LaneKind => typeof kind === 'string' && Object.hasOwn(standardLanes, kind)
const laneKindOf = (kind: unknown): LaneKind => (isLaneKind(kind) ? kind : 'custom')

/**
 * The river as long as its stages hold what they held when it was counted, else none: half of it would not add up. The
 * emotion curve without the points of stages and steps that are no longer on the map.
 */
function flowOf(roots: Roots, stages: readonly Stage[]): Pick<JourneyMap, 'river' | 'emotion'> {
  const river = riverFact(roots)
  const emotion = emotionFact(roots)
  const living = new Set<string>(stages.map(({ id }) => id))
  const stageOf = new Map<string, StageId>(stages.flatMap(({ id, steps }) => steps.map((step) => [step.id, id] as const)))
  // A stage that was never counted has no numbers that could be wrong.
  const holds = new Set<string>(stages.filter(({ id, numbers }) => numbers || !stageFact(roots, id)).map(({ id }) => id))
  const ends = (end: FlowEnd) => end.kind !== 'stage' || holds.has(end.stage)
  const whole = river?.ribbons.every(({ from, to }: Ribbon) => ends(from) && ends(to)) ?? false
  const points = emotion?.points.flatMap((point): readonly EmotionPoint[] => {
    if (point.step === undefined) return living.has(point.stage) ? [point] : []
    const stage = stageOf.get(point.step)
    return stage === undefined ? [] : [{ ...point, stage }]
  })
  return { ...(river && whole && { river }), ...(points && { emotion: { points } }) }
}

/** Drawn curves: for all first, then of each persona on the map; points in the order of the steps. */
function curvesOf(roots: Roots, stages: readonly ArrangedStage[]): readonly DrawnCurve[] {
  const curves = new Map<string | null, Map<string, number>>()
  roots.curves.forEach((value, key) => {
    const at = parseCurveKey(key)
    if (!at || typeof value !== 'number' || !(value >= -1 && value <= 1)) return
    curves.set(at.persona, (curves.get(at.persona) ?? new Map<string, number>()).set(at.step, value))
  })
  const steps = stages.flatMap((stage) => stage.steps.map(({ id }) => id))
  const personas = [null, ...personaOrder(roots)]
  return personas.flatMap((persona) => {
    const values = curves.get(persona)
    const points = steps.flatMap((step) => {
      const value = values?.get(step)
      return value === undefined ? [] : [{ step: step as StepId, value }]
    })
    return points.length > 0 ? [{ persona, points }] : []
  })
}
