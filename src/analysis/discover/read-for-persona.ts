import type { Evidence } from '../../journey/evidence.ts'
import type { JourneyFilter } from '../../journey/filter.ts'
import type { Card, JourneyMap, Stage } from '../../journey/map.ts'
import { intersectFilters } from '../personas/intersect-filters.ts'
import type { PlannedStage, StagePlan } from '../stages/stage-plan.ts'

/**
 * The stages and steps of a map as a plan, to be asked about again. A touchpoint that people put into several steps
 * counts where it comes first: a question knows each touchpoint once.
 */
export function planOfMap(map: JourneyMap): StagePlan {
  const taken = new Set<string>()
  const fresh = (touchpoints: readonly string[]) => touchpoints.filter((name) => !taken.has(name) && taken.add(name))
  const stages = map.stages.map((stage): PlannedStage => {
    const steps = stage.steps.map((step) => ({ name: step.name, touchpoints: fresh(step.touchpoints) }))
    const touchpoints = steps.flatMap((step) => step.touchpoints)
    return {
      id: stage.id,
      name: stage.name,
      purpose: stage.purpose,
      rule: stage.rule,
      touchpoints,
      byOrder: byOrderIn(map, touchpoints),
      steps,
    }
  })
  return { template: map.basis?.template ?? null, stages, notes: [] }
}

/** What was placed by inference stays said so. */
const byOrderIn = ({ cards }: JourneyMap, touchpoints: readonly string[]): readonly string[] =>
  cards.flatMap(({ body, standing }) =>
    body.kind === 'touchpoint' && standing.kind === 'inferred' && touchpoints.includes(body.touchpoint) ? [body.touchpoint] : [],
  )

export interface ReadFor {
  /** The map as people have it. */
  readonly map: JourneyMap
  /** The same stages computed from the persona's journeys alone; made from `planOfMap(map)`. */
  readonly computed: JourneyMap
  /** Cards that speak for other personas go; null: all stay. */
  readonly persona: string | null
  readonly segment: JourneyFilter
}

/**
 * The map with every computed number replaced by the persona's: stages, river, emotion, touchpoints, channels, KPIs,
 * pain points and words. What people wrote stays, save the cards that speak for other personas only.
 */
export function readForPersona({ map, computed, persona, segment }: ReadFor): JourneyMap {
  const steps = stepIds(map, computed)
  const stages = new Map(computed.stages.map((stage) => [stage.id, stage]))
  const { river: _river, emotion: _emotion, ...kept } = map
  const fresh = computed.cards.map((card) => asked({ ...placed(card, steps), ...laneOf(map, computed, card) }, segment))
  return {
    ...kept,
    stages: map.stages.map((stage) => withNumbers(stage, stages.get(stage.id))),
    cards: mergeCards(map, fresh, persona),
    ...(computed.river && { river: computed.river }),
    ...(computed.emotion && { emotion: { points: computed.emotion.points.map((point) => placed(point, steps)) } }),
    ...(map.basis && computed.basis && { basis: { ...computed.basis, template: map.basis.template } }),
  }
}

type StepIds = ReadonlyMap<string, NonNullable<Card['step']>>

/** Steps stand in the same order on both maps; only their ids differ. */
function stepIds(map: JourneyMap, computed: JourneyMap): StepIds {
  const own = map.stages.flatMap((stage) => stage.steps.map((step) => step.id))
  return new Map(
    computed.stages.flatMap((stage) => stage.steps).flatMap((step, index) => (own[index] ? [[step.id, own[index]] as const] : [])),
  )
}

function placed<T extends Pick<Card, 'step'>>(thing: T, steps: StepIds): T {
  const step = thing.step === undefined ? undefined : steps.get(thing.step)
  return step === undefined ? thing : { ...thing, step }
}

function laneOf(map: JourneyMap, computed: JourneyMap, card: Card): Pick<Card, 'lane'> {
  const kind = computed.lanes.find((lane) => lane.id === card.lane)?.kind
  return { lane: (map.lanes.find((lane) => lane.kind === kind)?.id ?? '') as Card['lane'] }
}

function withNumbers({ numbers: _numbers, ...stage }: Stage, computed: Stage | undefined): Stage {
  return computed?.numbers ? { ...stage, numbers: computed.numbers } : stage
}

/** The question behind a number is the persona's question too, so that it opens the persona's list. */
function asked(card: Card, segment: JourneyFilter): Card {
  const evidence = card.evidence.map((one): Evidence => {
    if (one.kind !== 'answer') return one
    const journeys = intersectFilters(one.question.journeys ?? {}, segment)
    return journeys ? { ...one, question: { ...one.question, journeys } } : one
  })
  return { ...card, evidence }
}

/** A number keeps the place, the note and the owner of the card that said it before; findings are the persona's own. */
function mergeCards(map: JourneyMap, fresh: readonly Card[], persona: string | null): readonly Card[] {
  const byMeaning = new Map(fresh.map((card) => [meaning(card), card]))
  const lanes = new Set(map.lanes.map((lane) => lane.id))
  const stays = map.cards.flatMap((card): readonly Card[] => {
    if (persona !== null && card.personas && !card.personas.includes(persona)) return []
    if (!isComputed(card)) return [card]
    const now = isFinding(card) ? undefined : byMeaning.get(meaning(card))
    if (!now) return []
    const target = card.body.kind === 'kpi' && card.body.target !== undefined ? { target: card.body.target } : {}
    return [{ ...card, body: { ...now.body, ...target } as Card['body'], evidence: now.evidence, standing: now.standing }]
  })
  const ids = new Set(stays.map((card) => card.id))
  return [...stays, ...fresh.filter((card) => isFinding(card) && lanes.has(card.lane) && !ids.has(card.id))]
}

const isFinding = ({ body }: Card): boolean => body.kind === 'pain-point' || body.kind === 'verbatim'

/** Made from an answer, and not by a person who cited one. */
function isComputed({ body, evidence, standing }: Card): boolean {
  switch (body.kind) {
    case 'emotion':
    case 'pain-point':
    case 'verbatim':
      return true
    case 'touchpoint':
      return body.journeys !== null
    case 'kpi':
    case 'channel':
      return standing.kind === 'observed' && evidence.some((one) => one.kind === 'answer')
    default:
      return (
        standing.kind === 'observed' &&
        evidence.length > 0 &&
        evidence.every((one) => one.kind === 'answer' && one.label.startsWith('occurrences of '))
      )
  }
}

/** What a card is about, wherever people have moved it. */
function meaning({ body, stage, step }: Card): string {
  switch (body.kind) {
    case 'touchpoint':
      return JSON.stringify(['touchpoint', body.touchpoint])
    case 'kpi':
      return JSON.stringify(['kpi', stage, body.name])
    case 'channel':
      return JSON.stringify(['channel', stage, body.channel])
    case 'emotion':
      return JSON.stringify(['emotion', stage, body.scale])
    case 'text':
      return JSON.stringify(['other', step])
    default:
      return JSON.stringify([body.kind, stage, step])
  }
}
