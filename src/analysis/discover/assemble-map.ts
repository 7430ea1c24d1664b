import type { FlowEnd } from '../../journey/member-pick.ts'
import { canonicalCopy, canonicalJson } from '../../journey/canonical-json.ts'
import {
  type Card,
  type CardId,
  type JourneyMap,
  type Lane,
  type LaneId,
  mapFormat,
  type MapBasis,
  type River,
  type Stage,
} from '../../journey/map.ts'
import { slug, uniqueIds } from '../../journey/slug.ts'
import { computedLanes, generalLanes, lane } from '../../journey/standard-lanes.ts'
import type { Template } from '../../journey/template.ts'
import { byFirst, byText } from '../by-order.ts'
import { channelCards } from '../cards/channel-cards.ts'
import { delightCards } from '../cards/delight-cards.ts'
import { emotionCards, emotionCurve } from '../cards/emotion-cards.ts'
import { kpiCards } from '../cards/kpi-cards.ts'
import { painPointCards, painPointNotes } from '../cards/pain-point-cards.ts'
import { touchpointCards } from '../cards/touchpoint-cards.ts'
import { verbatimCards } from '../cards/verbatim-cards.ts'
import type { DiscoverInput } from './discover-input.ts'
import { type CardDraft, mapContext, type MapContext } from './map-context.ts'
import { summarise } from './summarise.ts'

/** What fills a computed map, in the order of the cards in its file. */
const makers: readonly ((context: MapContext) => readonly CardDraft[])[] = [
  touchpointCards,
  channelCards,
  kpiCards,
  emotionCards,
  painPointCards,
  delightCards,
  verbatimCards,
]

type Unhashed = Omit<JourneyMap, 'basis'> & { readonly basis: Omit<MapBasis, 'hash'> }

/** The map of a plan and its answers. The same input gives the same map byte for byte; `basis.hash` is that map's hash. */
export function assembleMap(input: DiscoverInput): JourneyMap {
  const context = mapContext(input)
  const lanes = lanesOf(input.template)
  const emotion = emotionCurve(context)
  const map = canonicalCopy<Unhashed>({
    format: mapFormat,
    title: input.title,
    summary: summarise(context),
    kind: 'as-is',
    personas: [],
    stages: context.stages.map((stage) => stageOf(context, stage)),
    lanes,
    cards: cardsOf(context, lanes),
    river: riverOf(input),
    ...(emotion && { emotion }),
    basis: basisOf(context),
  })
  return { ...map, basis: { ...map.basis, hash: input.hash(canonicalJson(map)) } }
}

function lanesOf(template: Template | undefined): readonly Lane[] {
  const wanted = template?.lanes ?? generalLanes
  const missing = computedLanes.filter((kind) => !wanted.some((own) => own.kind === kind))
  const uniqueId = uniqueIds()
  return [...wanted, ...missing.map((kind) => lane(kind))].map(({ kind, name, hint }) => ({
    id: uniqueId(kind === 'custom' || wanted.filter((own) => own.kind === kind).length > 1 ? slug(name) : kind) as LaneId,
    kind,
    name,
    hint,
  }))
}

function cardsOf(context: MapContext, lanes: readonly Lane[]): readonly Card[] {
  const uniqueId = uniqueIds()
  const drafts = makers.flatMap((make) => make(context))
  return drafts.map(({ about, lane: kind, ...card }) => {
    const id = uniqueId(`${card.stage}-${kind}-${slug(about)}`) as CardId
    const home = lanes.find((candidate) => candidate.kind === kind)
    if (!home) throw new Error(`a computed map has no lane of kind ${kind}`)
    return { id, lane: home.id, ...card }
  })
}

function stageOf({ input }: MapContext, stage: MapContext['stages'][number]): Stage {
  const row = input.stages.find((candidate) => candidate.stage === stage.id)
  const { id, name, purpose, rule } = stage
  const steps = stage.steps.map((step) => ({ id: step.id, name: step.name, touchpoints: step.touchpoints }))
  if (!row) return { id, name, purpose, steps, rule }
  const { journeys, exits, p50Time, p90Time } = row
  const reach = journeys / Math.max(1, input.overview.journeys)
  return { id, name, purpose, steps, rule, numbers: { journeys, reach, exits, exitRate: exits / Math.max(1, journeys), p50Time, p90Time } }
}

function riverOf({ flow, overview, plan }: DiscoverInput): River {
  const order = ['start', ...plan.stages.map(({ id }) => `stage ${id}`), 'goal', 'open', 'lost']
  const rank = (end: FlowEnd) => order.indexOf(end.kind === 'stage' ? `stage ${end.stage}` : end.kind)
  const sorted = [...flow].sort(
    byFirst(
      (a, b) => rank(a.from) - rank(b.from),
      (a, b) => rank(a.to) - rank(b.to),
    ),
  )
  return { journeys: overview.journeys, ribbons: sorted.map(({ from, to, count, journeys }) => ({ from, to, count, journeys })) }
}

function basisOf(context: MapContext): Omit<MapBasis, 'hash'> {
  const { input } = context
  const { customers, journeys, events, from, to, reachedGoal } = input.overview
  const notes = [...input.plan.notes, ...painPointNotes(context)]
  const sources = [...input.sources].sort((a, b) => byText(a.name, b.name)).map(({ name, events: count }) => ({ name, events: count }))
  const basis = {
    definition: input.definition,
    template: input.plan.template,
    sources,
    customers,
    journeys,
    events,
    from,
    to,
    reachedGoal,
    wend: input.version,
  }
  return notes.length > 0 ? { ...basis, notes } : basis
}
