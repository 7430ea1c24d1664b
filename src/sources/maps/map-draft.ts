import type { Card, CardBody, CardId, JourneyMap, Lane, LaneId, LaneKind, Stage, StageId, Step, StepId } from '../../journey/map.ts'
import { slug, uniqueIds } from '../../journey/slug.ts'
import { generalLanes, standardLanes } from '../../journey/standard-lanes.ts'
import { type MapImport, mapLimits, type Problems } from './map-import.ts'

interface DraftStage {
  readonly id: StageId
  readonly name: string
  readonly steps: Step[]
}
interface NewCard {
  readonly lane: LaneId
  readonly stage: StageId
  readonly step?: StepId | undefined
  readonly body: CardBody
  readonly owner?: string
  readonly personas?: readonly string[]
}

/** A map being read from a file, from the top down. Everything on it is assumed: a file proves nothing. */
export class MapDraft {
  title = ''
  summary = ''
  private readonly ids = uniqueIds()
  private readonly stages: DraftStage[] = []
  private readonly lanes: Lane[] = []
  private readonly cards: Card[] = []
  private readonly people = new Map<string, string>()
  private readonly curve = new Map<StepId, number>()
  private steps = 0
  private readonly problems: Problems
  constructor(problems: Problems) {
    this.problems = problems
  }

  /** Undefined when the map is full. */
  addStage(name: string, line: number): DraftStage | undefined {
    if (this.stages.length >= mapLimits.stages) return this.full(line, `A map holds ${mapLimits.stages} stages; this one is left out.`)
    const stage: DraftStage = { id: this.ids(slug(name)) as StageId, name: this.short(name, line), steps: [] }
    this.stages.push(stage)
    return stage
  }

  addStep(stage: DraftStage, name: string, line: number): Step | undefined {
    if (this.steps >= mapLimits.steps) return this.full(line, `A map holds ${mapLimits.steps} steps; this one is left out.`)
    const step: Step = { id: this.ids(slug(`${stage.id}-${name}`)) as StepId, name: this.short(name, line), touchpoints: [] }
    this.steps += 1
    stage.steps.push(step)
    return step
  }

  addLane(kind: LaneKind, name: string, line: number): Lane | undefined {
    if (this.lanes.length >= mapLimits.lanes) return this.full(line, `A map holds ${mapLimits.lanes} lanes; this one is left out.`)
    const lane: Lane = { id: this.ids(`lane-${slug(name)}`) as LaneId, kind, name: this.short(name, line), hint: standardLanes[kind].hint }
    this.lanes.push(lane)
    return lane
  }

  addCard({ step, ...card }: NewCard, line: number): void {
    const { body } = card
    const text = body.kind === 'text' ? body.text : body.kind === 'touchpoint' ? body.touchpoint : ''
    if (text.length > (body.kind === 'text' ? mapLimits.text : 1000)) {
      this.full(line, `A card holds ${mapLimits.text} characters; this text has ${text.length}. Shorten or split it.`)
      return
    }
    if (this.cards.length >= mapLimits.cards) {
      this.full(line, `A map holds ${mapLimits.cards} cards; this one is left out.`)
      return
    }
    const id = `card-${this.cards.length + 1}` as CardId
    this.cards.push({ id, ...card, ...(step === undefined ? {} : { step }), evidence: [], standing: { kind: 'assumed' } })
  }

  /** The id of the persona of that name, made on first use. */
  persona(name: string): string {
    const known = this.people.get(name)
    if (known !== undefined) return known
    const id = this.ids(`persona-${slug(name)}`)
    this.people.set(name, id)
    return id
  }

  /** A point of the drawn curve, −1..+1. */
  draw(step: StepId, value: number): void {
    this.curve.set(step, value)
  }

  finish(): MapImport {
    const { listed, more } = this.problems
    if (this.stages.length === 0) return { problems: listed, more }
    const points = [...this.curve].map(([step, value]) => ({ step, value }))
    const map: JourneyMap = {
      format: 'wend-map/1',
      title: this.title,
      summary: this.summary,
      kind: 'as-is',
      personas: [...this.people].map(([name, id]) => ({ id, name, summary: '', goals: [], needs: [], pains: [] })),
      stages: this.stages.map((stage) => this.toStage(stage)),
      lanes:
        this.lanes.length > 0
          ? this.lanes
          : generalLanes.map(({ kind, name, hint }) => ({ id: this.ids(`lane-${kind}`) as LaneId, kind, name, hint })),
      cards: this.cards,
      ...(points.length > 0 && { drawnCurves: [{ persona: null, points }] }),
    }
    return { map, problems: listed, more }
  }

  private toStage({ id, name, steps }: DraftStage): Stage {
    const own = steps.length > 0 ? steps : [{ id: this.ids(`${id}-step`) as StepId, name, touchpoints: [] }]
    return { id, name, purpose: '', steps: own, rule: 'written in the imported file' }
  }

  private short(name: string, line: number): string {
    if (name.length <= mapLimits.name) return name
    this.problems.changed(line, `A name holds ${mapLimits.name} characters; this one was cut. Put the rest on a card.`)
    return name.slice(0, mapLimits.name).toWellFormed()
  }

  private full(line: number, message: string): undefined {
    this.problems.leftOut(line, message)
    return undefined
  }
}

export const textBody = (text: string): CardBody => ({ kind: 'text', text })
/** A touchpoint placed by hand: no counts. */
export const touchpointBody = (touchpoint: string, channel: string): CardBody => ({
  kind: 'touchpoint',
  touchpoint,
  channel,
  journeys: null,
  reach: null,
  occurrences: null,
  p50ToNext: null,
})
