import type { Card, CardId, JourneyMap, Stage, StageId } from '../map.ts'

/** Something that makes a map less true or less useful than it could be. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'high' | 'medium' | 'low'
  readonly place:
    | { readonly kind: 'map' }
    | { readonly kind: 'stage'; readonly stage: StageId }
    | { readonly kind: 'card'; readonly card: CardId }
  readonly message: string
  /** What to do about it, in a sentence. */
  readonly remedy: string
}

export type FindingCode =
  | 'no-evidence'
  | 'stale'
  | 'no-owner'
  | 'internal-only'
  | 'nothing-after-purchase'
  | 'empty-stage'
  | 'mostly-assumed'
  | 'single-source'
  | 'no-feedback'
  | 'few-answers'
  | 'no-goal'
  | 'to-find-out'
  | 'found-out-unproven'
  | 'not-measured'
  | 'no-description'

export interface CheckOptions {
  /** UTC ms. */
  readonly now: number
  /** Older than this is stale; 90 unless told. */
  readonly staleDays?: number
}

export type CheckRule = (map: JourneyMap, options: Required<CheckOptions>) => readonly Finding[]

export const day = 86_400_000

export const atMap = { kind: 'map' } as const
export const atStage = ({ id }: Stage) => ({ kind: 'stage', stage: id }) as const
export const atCard = ({ id }: Card) => ({ kind: 'card', card: id }) as const
export const cardsIn = (map: JourneyMap, stage: Stage): readonly Card[] => map.cards.filter((card) => card.stage === stage.id)
export const laneKind = (map: JourneyMap, card: Card) => map.lanes.find(({ id }) => id === card.lane)?.kind
