import type {
  Card,
  CardBody,
  EmotionPoint,
  JourneyMap,
  Lane,
  LaneId,
  MapBasis,
  River,
  Stage,
  StageId,
  StageNumbers,
  Step,
  StepId,
} from './map.ts'
import type { Evidence } from './evidence.ts'
import type { Persona } from './persona.ts'

/** One difference between two states of a map. `before` and `after` are what it was and what it became. */
export type MapChange = AboutChange | StageChange | StepChange | LaneChange | CardChange | PersonaChange | CurveChange | FlowChange

interface Was<Value> {
  readonly before: Value
  readonly after: Value
}

export type AboutChange =
  | ({ readonly what: 'map'; readonly kind: 'title' | 'summary' } & Was<string>)
  | ({ readonly what: 'map'; readonly kind: 'as-is or to-be' } & Was<JourneyMap['kind']>)

export type StageChange =
  | { readonly what: 'stage'; readonly kind: 'added' | 'removed'; readonly stage: Stage }
  | ({ readonly what: 'stage'; readonly kind: 'renamed' | 'purpose' | 'rule'; readonly stage: Stage } & Was<string>)
  /** Places among the stages, from 0. */
  | ({ readonly what: 'stage'; readonly kind: 'moved'; readonly stage: Stage } & Was<number>)
  | ({ readonly what: 'stage'; readonly kind: 'numbers'; readonly stage: Stage } & Was<StageNumbers | undefined>)

/** A step's stage and its place in it, from 0. */
export interface StepPlace {
  readonly stage: StageId
  readonly place: number
}
export type StepChange =
  | { readonly what: 'step'; readonly kind: 'added' | 'removed'; readonly step: Step; readonly stage: StageId }
  | ({ readonly what: 'step'; readonly kind: 'renamed'; readonly step: Step; readonly stage: StageId } & Was<string>)
  | ({ readonly what: 'step'; readonly kind: 'moved'; readonly step: Step; readonly stage: StageId } & Was<StepPlace>)
  | ({ readonly what: 'step'; readonly kind: 'touchpoints'; readonly step: Step; readonly stage: StageId } & Was<readonly string[]>)
  | ({ readonly what: 'step'; readonly kind: 'map'; readonly step: Step; readonly stage: StageId } & Was<string | undefined>)

export type LaneChange =
  | { readonly what: 'lane'; readonly kind: 'added' | 'removed'; readonly lane: Lane }
  | ({ readonly what: 'lane'; readonly kind: 'renamed' | 'hint' | 'lane kind'; readonly lane: Lane } & Was<string>)
  | ({ readonly what: 'lane'; readonly kind: 'moved'; readonly lane: Lane } & Was<number>)

/** A card's cell and its place in it, from 0. */
export interface CardPlace {
  readonly lane: LaneId
  readonly stage: StageId
  readonly step: StepId | undefined
  readonly place: number
}
export type CardFlag = 'pinned' | 'hidden' | 'assumed'
export type CardChange =
  | { readonly what: 'card'; readonly kind: 'added' | 'removed'; readonly card: Card }
  | ({ readonly what: 'card'; readonly kind: 'moved'; readonly card: Card } & Was<CardPlace>)
  | ({ readonly what: 'card'; readonly kind: 'body'; readonly card: Card } & Was<CardBody>)
  /** Only bold, italic or links differ. */
  | { readonly what: 'card'; readonly kind: 'formatting'; readonly card: Card; readonly of: 'text' | 'note' }
  | ({ readonly what: 'card'; readonly kind: 'note' | 'owner' | 'find out'; readonly card: Card } & Was<string | undefined>)
  | { readonly what: 'card'; readonly kind: 'flag'; readonly card: Card; readonly flag: CardFlag; readonly on: boolean }
  | ({ readonly what: 'card'; readonly kind: 'personas'; readonly card: Card } & Was<readonly string[]>)
  | {
      readonly what: 'card'
      readonly kind: 'evidence'
      readonly card: Card
      readonly added: readonly Evidence[]
      readonly removed: readonly Evidence[]
    }
  | ({ readonly what: 'card'; readonly kind: 'standing'; readonly card: Card } & Was<Card['standing']>)

export type PersonaChange =
  | { readonly what: 'persona'; readonly kind: 'added' | 'removed' | 'moved'; readonly persona: Persona }
  | ({ readonly what: 'persona'; readonly kind: 'changed'; readonly persona: Persona } & Was<Persona>)

/** One point of a drawn curve, −1..+1; null where there is none. */
export interface CurveChange extends Was<number | null> {
  readonly what: 'curve'
  readonly kind: 'drawn'
  readonly persona: string | null
  readonly step: StepId
  readonly stage: StageId | undefined
}

/** What only a computation writes besides cards and stage numbers. */
export type FlowChange =
  | ({ readonly what: 'flow'; readonly kind: 'river' } & Was<River | undefined>)
  | ({ readonly what: 'flow'; readonly kind: 'emotion'; readonly stage: StageId; readonly step: StepId | undefined } & Was<
      EmotionPoint | undefined
    >)
  | ({ readonly what: 'flow'; readonly kind: 'basis' } & Was<MapBasis | undefined>)
