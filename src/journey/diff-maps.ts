import { diffCards } from './diff-cards.ts'
import type { AboutChange, CurveChange, FlowChange, LaneChange, MapChange, PersonaChange, StageChange, StepChange } from './map-change.ts'
import type { JourneyMap, Lane, Stage, StageId, Step, StepId } from './map.ts'
import { movedItems } from './moved-items.ts'
import { sameValue } from './same-value.ts'

/**
 * Everything that differs between two states of a map, cell by cell: first the map itself, then stages, steps, lanes, cards,
 * personas, curves and flow. Things are matched by id. A step that moves takes its cards along without a change of theirs.
 * Empty exactly when the two say the same.
 */
export const diffMaps = (before: JourneyMap, after: JourneyMap): readonly MapChange[] => parts.flatMap((part) => part(before, after))

type Part = (before: JourneyMap, after: JourneyMap) => readonly MapChange[]
const parts: readonly Part[] = [diffAbout, diffStages, diffSteps, diffLanes, diffCards, diffPersonas, diffCurves, diffFlow]

function diffAbout(before: JourneyMap, after: JourneyMap): AboutChange[] {
  const changes: AboutChange[] = []
  if (before.title !== after.title) changes.push({ what: 'map', kind: 'title', before: before.title, after: after.title })
  if (before.summary !== after.summary) changes.push({ what: 'map', kind: 'summary', before: before.summary, after: after.summary })
  if (before.kind !== after.kind) changes.push({ what: 'map', kind: 'as-is or to-be', before: before.kind, after: after.kind })
  return changes
}

/** Things of two lists by id: only in the first, only in the second, and in both, in the second's order. */
function matched<Item extends { readonly id: string }>(before: readonly Item[], after: readonly Item[]) {
  const old = new Map(before.map((item, place) => [item.id, { item, place }]))
  const now = new Set(after.map((item) => item.id))
  return {
    removed: before.filter((item) => !now.has(item.id)),
    added: after.filter((item) => !old.has(item.id)),
    both: after.flatMap((item, place) => {
      const was = old.get(item.id)
      return was ? [{ was: was.item, is: item, wasAt: was.place, isAt: place }] : []
    }),
    moved: movedItems(
      before.map((item) => item.id),
      after.map((item) => item.id),
    ),
  }
}

function diffStages(before: JourneyMap, after: JourneyMap): StageChange[] {
  const { removed, added, both, moved } = matched(before.stages, after.stages)
  return [
    ...removed.map((stage) => ({ what: 'stage' as const, kind: 'removed' as const, stage })),
    ...added.map((stage) => ({ what: 'stage' as const, kind: 'added' as const, stage })),
    ...both.flatMap(({ was, is, wasAt, isAt }): StageChange[] => {
      const text = (kind: 'renamed' | 'purpose' | 'rule', old: string, now: string): StageChange[] =>
        old === now ? [] : [{ what: 'stage', kind, stage: is, before: old, after: now }]
      return [
        ...text('renamed', was.name, is.name),
        ...text('purpose', was.purpose, is.purpose),
        ...text('rule', was.rule, is.rule),
        ...(moved.has(is.id) ? [{ what: 'stage' as const, kind: 'moved' as const, stage: is, before: wasAt, after: isAt }] : []),
        ...(sameValue(was.numbers, is.numbers)
          ? []
          : [{ what: 'stage' as const, kind: 'numbers' as const, stage: is, before: was.numbers, after: is.numbers }]),
      ]
    }),
  ]
}

interface PlacedStep {
  readonly id: StepId
  readonly step: Step
  readonly stage: StageId
  readonly place: number
}
const placedSteps = (stages: readonly Stage[]): PlacedStep[] =>
  stages.flatMap((stage) => stage.steps.map((step, place) => ({ id: step.id, step, stage: stage.id, place })))

function diffSteps(before: JourneyMap, after: JourneyMap): StepChange[] {
  const { removed, added, both } = matched(placedSteps(before.stages), placedSteps(after.stages))
  const moved = movedWithin(before.stages, after.stages)
  return [
    ...removed.map(({ step, stage }) => ({ what: 'step' as const, kind: 'removed' as const, step, stage })),
    ...added.map(({ step, stage }) => ({ what: 'step' as const, kind: 'added' as const, step, stage })),
    ...both.flatMap(({ was, is }): StepChange[] => {
      const about = { what: 'step' as const, step: is.step, stage: is.stage }
      const changes: StepChange[] = []
      if (was.step.name !== is.step.name) changes.push({ ...about, kind: 'renamed', before: was.step.name, after: is.step.name })
      if (was.stage !== is.stage || moved.has(is.id))
        changes.push({
          ...about,
          kind: 'moved',
          before: { stage: was.stage, place: was.place },
          after: { stage: is.stage, place: is.place },
        })
      if (!sameValue(was.step.touchpoints, is.step.touchpoints))
        changes.push({ ...about, kind: 'touchpoints', before: was.step.touchpoints, after: is.step.touchpoints })
      if (was.step.map !== is.step.map) changes.push({ ...about, kind: 'map', before: was.step.map, after: is.step.map })
      return changes
    }),
  ]
}

/** Steps that stand elsewhere among those that stayed in their stage. */
function movedWithin(before: readonly Stage[], after: readonly Stage[]): ReadonlySet<StepId> {
  const old = new Map(before.map((stage) => [stage.id, stage.steps.map((step) => step.id)]))
  return new Set(
    after.flatMap((stage) => [
      ...movedItems(
        old.get(stage.id) ?? [],
        stage.steps.map((step) => step.id),
      ),
    ]),
  )
}

function diffLanes(before: JourneyMap, after: JourneyMap): LaneChange[] {
  const { removed, added, both, moved } = matched<Lane>(before.lanes, after.lanes)
  return [
    ...removed.map((lane) => ({ what: 'lane' as const, kind: 'removed' as const, lane })),
    ...added.map((lane) => ({ what: 'lane' as const, kind: 'added' as const, lane })),
    ...both.flatMap(({ was, is, wasAt, isAt }): LaneChange[] => {
      const text = (kind: 'renamed' | 'hint' | 'lane kind', old: string, now: string): LaneChange[] =>
        old === now ? [] : [{ what: 'lane', kind, lane: is, before: old, after: now }]
      return [
        ...text('renamed', was.name, is.name),
        ...text('hint', was.hint, is.hint),
        ...text('lane kind', was.kind, is.kind),
        ...(moved.has(is.id) ? [{ what: 'lane' as const, kind: 'moved' as const, lane: is, before: wasAt, after: isAt }] : []),
      ]
    }),
  ]
}

function diffPersonas(before: JourneyMap, after: JourneyMap): PersonaChange[] {
  const { removed, added, both, moved } = matched(before.personas, after.personas)
  return [
    ...removed.map((persona) => ({ what: 'persona' as const, kind: 'removed' as const, persona })),
    ...added.map((persona) => ({ what: 'persona' as const, kind: 'added' as const, persona })),
    ...both.flatMap(({ was, is }): PersonaChange[] => [
      ...(moved.has(is.id) ? [{ what: 'persona' as const, kind: 'moved' as const, persona: is }] : []),
      ...(sameValue(was, is) ? [] : [{ what: 'persona' as const, kind: 'changed' as const, persona: is, before: was, after: is }]),
    ]),
  ]
}

function diffCurves(before: JourneyMap, after: JourneyMap): CurveChange[] {
  const old = drawnPoints(before)
  const now = drawnPoints(after)
  const stageOf = new Map([...before.stages, ...after.stages].flatMap((stage) => stage.steps.map((step) => [step.id, stage.id] as const)))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): CurveChange[] => {
    const was = old.get(key)
    const is = now.get(key)
    const point = is ?? was
    if (!point || was?.value === is?.value) return []
    const { persona, step } = point
    return [{ what: 'curve', kind: 'drawn', persona, step, stage: stageOf.get(step), before: was?.value ?? null, after: is?.value ?? null }]
  })
}

function drawnPoints(map: JourneyMap) {
  const points = (map.drawnCurves ?? []).flatMap(({ persona, points: drawn }) => drawn.map(({ step, value }) => ({ persona, step, value })))
  return new Map(points.map((point) => [JSON.stringify([point.persona, point.step]), point]))
}

function diffFlow(before: JourneyMap, after: JourneyMap): FlowChange[] {
  const old = emotionPoints(before)
  const now = emotionPoints(after)
  const changes: FlowChange[] = []
  if (!sameValue(before.basis, after.basis)) changes.push({ what: 'flow', kind: 'basis', before: before.basis, after: after.basis })
  if (!sameValue(before.river, after.river)) changes.push({ what: 'flow', kind: 'river', before: before.river, after: after.river })
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const was = old.get(key)
    const is = now.get(key)
    const point = is ?? was
    if (point && !sameValue(was, is))
      changes.push({ what: 'flow', kind: 'emotion', stage: point.stage, step: point.step, before: was, after: is })
  }
  return changes
}

const emotionPoints = (map: JourneyMap) =>
  new Map((map.emotion?.points ?? []).map((point) => [JSON.stringify([point.stage, point.step ?? null]), point]))
