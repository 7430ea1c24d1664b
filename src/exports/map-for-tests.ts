import { wholeCustomer } from '../journey/definition.ts'
import type {
  Card,
  CardBody,
  CardId,
  EmotionPoint,
  JourneyMap,
  Lane,
  LaneId,
  LaneKind,
  Ribbon,
  Stage,
  StageId,
  StepId,
} from '../journey/map.ts'
import type { Evidence } from '../journey/evidence.ts'
import type { FlowEnd } from '../journey/member-pick.ts'
import type { Standing } from '../journey/standing.ts'

export interface TestMapSize {
  readonly stages: number
  readonly stepsPerStage: number
  readonly cardsPerCell: number
  /** Replaces every text. */
  readonly text?: string
}

/** A map of any size for tests of drawing: plain arithmetic, every kind of card and standing, a river that conserves. */
export function mapForTests(size: TestMapSize): JourneyMap {
  const stages = Array.from({ length: size.stages }, (_, index) => stageOf(index, size))
  const lanes = laneKinds.map((kind): Lane => ({
    id: id<LaneId>(`lane-${kind}`),
    kind,
    name: size.text ?? laneNames[kind] ?? kind,
    hint: `What belongs in ${kind}`,
  }))
  return {
    format: 'wend-map/1',
    title: size.text ?? 'How people buy running shoes from us',
    summary:
      size.text ??
      'From the first visit to the second order. Nearly half of all journeys end before the basket, and the payment page makes people unhappy.',
    kind: 'as-is',
    personas: [{ id: 'p1', name: 'First-time buyer', summary: '', goals: [], needs: [], pains: [] }],
    stages,
    lanes,
    cards: stages.flatMap((stage, index) => lanes.flatMap((lane) => cellOf(lane, { stage, index, size }))),
    river: riverOf(size.stages),
    emotion: { points: stages.flatMap(pointsOf) },
    basis: {
      definition: { ...wholeCustomer, goal: ['Order placed'] },
      template: 'shop',
      sources: [
        { name: 'Web shop', events: 48_211 },
        { name: 'Help desk', events: 2_150 },
        { name: 'Survey', events: 1_204 },
      ],
      customers: 6_120,
      journeys: 8_400,
      events: 51_565,
      from: Date.UTC(2025, 0, 6),
      to: Date.UTC(2025, 5, 29),
      reachedGoal: 2_311,
      wend: '0.1.0',
      hash: '9c1e5a7702bd4be1',
    },
  }
}

const id = <Kind extends string>(text: string): Kind => text as Kind
const laneKinds: readonly LaneKind[] = [
  'actions',
  'touchpoints',
  'channels',
  'pain-points',
  'verbatims',
  'kpis',
  'thoughts',
  'opportunities',
]
const laneNames: Partial<Record<LaneKind, string>> = {
  actions: 'What people do',
  touchpoints: 'Touchpoints',
  channels: 'Channels',
  'pain-points': 'Pain points',
  verbatims: 'In their words',
  kpis: 'Numbers',
  thoughts: 'What they think',
  opportunities: 'Opportunities',
}
const stageNames = [
  'Discover',
  'Consider',
  'Choose',
  'Buy',
  'Receive',
  'Use and return',
  'Get help',
  'Stay',
  'Renew',
  'Grow',
  'Recommend',
  'Leave',
]
const touchpoints = [
  'Search advert',
  'Product page',
  'Size guide',
  'Basket',
  'Payment page',
  'Delivery message',
  'Return form',
  'Chat with support',
]

function stageOf(index: number, size: TestMapSize): Stage {
  const journeys = Math.round(8_400 * 0.8 ** index)
  return {
    id: id<StageId>(`stage-${index}`),
    name: size.text ?? stageNames[index] ?? `Stage ${index}`,
    purpose: 'What the customer wants here',
    steps: Array.from({ length: size.stepsPerStage }, (_, step) => ({
      id: id<StepId>(`step-${index}-${step}`),
      name: size.text ?? touchpointAt(index * 3 + step),
      touchpoints: [touchpointAt(index * 3 + step)],
    })),
    rule: 'by order of occurrence',
    numbers: {
      journeys,
      reach: 0.8 ** index,
      exits: Math.round(journeys * 0.2),
      exitRate: 0.12 + 0.03 * index,
      p50Time: 40_000 * 12 ** index,
      p90Time: 400_000 * 12 ** index,
    },
  }
}

const touchpointAt = (index: number): string => touchpoints[index % touchpoints.length] ?? ''

interface Cell {
  readonly stage: Stage
  readonly index: number
  readonly size: TestMapSize
}

function cellOf(lane: Lane, cell: Cell): Card[] {
  if (lane.kind === 'opportunities') return []
  if (lane.kind === 'pain-points' && cell.index % 2 === 0) return []
  const whole = lane.kind === 'verbatims' || lane.kind === 'kpis' || lane.kind === 'channels'
  const places = whole ? [undefined] : cell.stage.steps.map((step) => step.id)
  return places.flatMap((step, place) =>
    Array.from({ length: cell.size.cardsPerCell }, (_, number): Card => {
      const seed = cell.index * 7 + place * 3 + number
      const standing = standingOf(lane.kind, seed)
      return {
        id: id<CardId>(`card-${lane.kind}-${cell.index}-${place}-${number}`),
        lane: lane.id,
        stage: cell.stage.id,
        ...(step === undefined ? {} : { step }),
        body: bodyOf(lane.kind, seed, cell.size.text),
        evidence: evidenceOf(standing),
        standing,
      }
    }),
  )
}

function standingOf(kind: LaneKind, seed: number): Standing {
  if (kind === 'verbatims') return { kind: 'reported', n: 1, asOf: Date.UTC(2025, 5, 20) }
  if (kind === 'thoughts') return { kind: seed % 3 === 0 ? 'no data' : 'assumed' }
  if (kind === 'actions') return seed % 2 === 0 ? { kind: 'inferred', n: 220 } : { kind: 'assumed' }
  return { kind: 'observed', n: 1_204 + seed, low: 0.3, high: 0.41, asOf: Date.UTC(2025, 5, 29) }
}

function evidenceOf(standing: Standing): Evidence[] {
  if (standing.kind === 'reported')
    return [
      {
        kind: 'verbatim',
        text: 'The payment page asked for my card three times.',
        customer: 'C-1042',
        time: Date.UTC(2025, 5, 20, 9, 30),
        file: 'survey.csv',
        line: 88,
        score: 2,
        scale: 'csat',
      },
    ]
  if (standing.kind !== 'observed') return []
  return [
    { kind: 'answer', question: { question: 'touchpoints' }, label: 'exit rate', value: 0.34, n: 1_204 },
    { kind: 'document', title: 'Interview notes, June', url: 'javascript:alert(1)', quote: 'I gave up' },
  ]
}

function bodyOf(kind: LaneKind, seed: number, text: string | undefined): CardBody {
  const pick = (texts: readonly string[]): string => text ?? texts[seed % texts.length] ?? ''
  switch (kind) {
    case 'touchpoints':
      return {
        kind: 'touchpoint',
        touchpoint: text ?? touchpointAt(seed),
        channel: 'Web',
        journeys: 5_321 - seed * 90,
        reach: 0.63 - (seed % 9) * 0.06,
        occurrences: 9_120,
        p50ToNext: 3_600_000 * (1 + seed),
      }
    case 'channels':
      return { kind: 'channel', channel: pick(['Web', 'Phone', 'E-mail', 'Shop']), occurrences: 4_210, share: 0.71 - (seed % 5) * 0.12 }
    case 'kpis':
      return {
        kind: 'kpi',
        name: pick(['Conversion', 'Time to next stage', 'Satisfaction']),
        value: 0.274,
        unit: 'rate',
        low: 0.262,
        high: 0.287,
        target: 0.3,
      }
    case 'pain-points':
      return {
        kind: 'pain-point',
        cause: seed % 2 === 0 ? 'exit' : 'loop',
        title: pick(['People leave at the payment page', 'Round and round the size guide']),
        detail: 'twice the rate of comparable pages',
        journeys: 1_311,
        effect: 0.14,
        low: 0.1,
        high: 0.18,
        p: 0.0004,
      }
    case 'verbatims':
      return {
        kind: 'verbatim',
        text: pick([
          'The payment page asked for my card three times.',
          'Fast, and it fits. I will be back.',
          'I could not find how to return a single shoe, and nobody picked up the phone for half an hour.',
        ]),
        score: 2,
        scale: 'csat',
      }
    default:
      return {
        kind: 'text',
        text: pick(['Compares three models side by side', 'Looks for the size that fits', 'Asks a friend', 'Is this shop to be trusted?']),
      }
  }
}

function pointsOf(stage: Stage, index: number): EmotionPoint[] {
  return stage.steps.map((step, place): EmotionPoint => {
    const mean = Math.sin(index * 1.4 + place * 0.6) * 0.7
    const few = (index + place) % 5 === 4
    return {
      stage: stage.id,
      step: step.id,
      mean: few ? null : mean,
      low: few ? null : mean - 0.12,
      high: few ? null : mean + 0.12,
      n: few ? 3 : 180 - place * 17,
    }
  })
}

/** Every stage passes on half of what it got, some skip a stage, some go back, the rest leave or stay open. */
function riverOf(count: number): { readonly journeys: number; readonly ribbons: readonly Ribbon[] } {
  const end = (index: number): FlowEnd => ({ kind: 'stage', stage: `stage-${index}` })
  const ribbons: Ribbon[] = [{ from: { kind: 'start' }, to: end(0), count: 7_600, journeys: 7_600 }]
  const inflow: number[] = Array.from({ length: count }, (_, index) => (index === 0 ? 7_600 : 0))
  if (count > 2) {
    ribbons.push({ from: { kind: 'start' }, to: end(2), count: 800, journeys: 800 })
    inflow[2] = 800
  }
  const send = (from: number, to: FlowEnd, amount: number): number => {
    if (amount > 0) ribbons.push({ from: end(from), to, count: amount, journeys: Math.ceil(amount * 0.9) })
    return amount
  }
  for (let index = 0; index < count; index++) {
    let left = inflow[index] ?? 0
    const share = (part: number): number => Math.floor((inflow[index] ?? 0) * part)
    if (index + 2 < count) inflow[index + 2] = (inflow[index + 2] ?? 0) + send(index, end(index + 2), share(0.08))
    if (index + 2 < count) left -= share(0.08)
    if (index + 1 < count) inflow[index + 1] = (inflow[index + 1] ?? 0) + send(index, end(index + 1), share(0.62))
    if (index + 1 < count) left -= share(0.62)
    left -= send(index, { kind: 'open' }, share(0.02))
    left -= send(index, { kind: 'goal' }, index + 1 === count ? share(0.7) : index > 1 ? share(0.06) : 0)
    send(index, { kind: 'lost' }, left)
  }
  return { journeys: 8_400, ribbons }
}
