import type { CardBody, CardId, JourneyMap, LaneId, LaneKind, StageId, StepId, TextMark } from './map.ts'

/**
 * One change of a map by a person, as data: the same for the editor, the server, the command line and tests.
 * New things bring their own ids, so that an edit applied again changes nothing. `before: null` puts at the end.
 * Removing hides: what is removed stays in the document and `restore` brings it back with everything in it.
 */
export type Edit = AboutEdit | StageEdit | StepEdit | LaneEdit | CardEdit | PersonaEdit | RestoreEdit

export type AboutEdit =
  | { readonly kind: 'set-title'; readonly title: string }
  | { readonly kind: 'set-summary'; readonly summary: string }
  | { readonly kind: 'set-map-kind'; readonly mapKind: JourneyMap['kind'] }

export type StageEdit =
  | { readonly kind: 'add-stage'; readonly stage: StageId; readonly step: StepId; readonly name: string; readonly before: StageId | null }
  | { readonly kind: 'rename-stage'; readonly stage: StageId; readonly name: string }
  | { readonly kind: 'set-purpose'; readonly stage: StageId; readonly purpose: string }
  | { readonly kind: 'move-stage'; readonly stage: StageId; readonly before: StageId | null }
  /** The steps from `at` on become the new stage; cards of the whole stage stay. */
  | { readonly kind: 'split-stage'; readonly stage: StageId; readonly at: StepId; readonly newStage: StageId; readonly name: string }
  /** Steps and cards go to the end of `into`; the stage goes. */
  | { readonly kind: 'merge-stage'; readonly stage: StageId; readonly into: StageId }
  | { readonly kind: 'remove-stage'; readonly stage: StageId }

export type StepEdit =
  | { readonly kind: 'add-step'; readonly step: StepId; readonly stage: StageId; readonly name: string; readonly before: StepId | null }
  | { readonly kind: 'rename-step'; readonly step: StepId; readonly name: string }
  /** Its cards go with it. */
  | { readonly kind: 'move-step'; readonly step: StepId; readonly stage: StageId; readonly before: StepId | null }
  /** The new step stands right after; it takes these touchpoints and cards. */
  | {
      readonly kind: 'split-step'
      readonly step: StepId
      readonly newStep: StepId
      readonly name: string
      readonly touchpoints: readonly string[]
      readonly cards: readonly CardId[]
    }
  /** Touchpoints and cards go to `into`; the step goes. */
  | { readonly kind: 'merge-step'; readonly step: StepId; readonly into: StepId }
  | { readonly kind: 'set-touchpoints'; readonly step: StepId; readonly touchpoints: readonly string[] }
  /** The more detailed map that the step opens. */
  | { readonly kind: 'link-map'; readonly step: StepId; readonly map: string | null }
  /** Its cards then speak for the whole stage. A stage's last step cannot go. */
  | { readonly kind: 'remove-step'; readonly step: StepId }

export type LaneEdit =
  | {
      readonly kind: 'add-lane'
      readonly lane: LaneId
      readonly laneKind: LaneKind
      readonly name: string
      readonly hint: string
      readonly before: LaneId | null
    }
  | { readonly kind: 'rename-lane'; readonly lane: LaneId; readonly name: string }
  | { readonly kind: 'move-lane'; readonly lane: LaneId; readonly before: LaneId | null }
  | { readonly kind: 'remove-lane'; readonly lane: LaneId }

/** Where a card lies. `step: null`: it speaks for the whole stage. */
export interface Place {
  readonly lane: LaneId
  readonly stage: StageId
  readonly step: StepId | null
  readonly before: CardId | null
}

/** What a person may write into a card; numbers and customers' words come from answers, which only the server writes. */
export type OwnBody = Extract<CardBody, { readonly kind: 'text' | 'image' | 'touchpoint' | 'kpi' | 'channel' }>

export type CardEdit =
  | { readonly kind: 'add-card'; readonly card: CardId; readonly place: Place; readonly body: OwnBody }
  /** Another card of the same answer or the same text, with the same evidence. */
  | { readonly kind: 'copy-card'; readonly card: CardId; readonly newCard: CardId; readonly place: Place }
  | { readonly kind: 'move-cards'; readonly cards: readonly CardId[]; readonly place: Place }
  /** The text of a text card, or the note of any other; only what differs is written, so that people can type together. */
  | { readonly kind: 'set-text'; readonly card: CardId; readonly text: string; readonly marks: readonly TextMark[] }
  /** The body of a card made by hand that is not a text. */
  | { readonly kind: 'set-body'; readonly card: CardId; readonly body: Exclude<OwnBody, { readonly kind: 'text' }> }
  | { readonly kind: 'set-owner'; readonly card: CardId; readonly owner: string | null }
  | { readonly kind: 'set-target'; readonly card: CardId; readonly target: number | null }
  | { readonly kind: 'flag-cards'; readonly cards: readonly CardId[]; readonly flag: 'pinned' | 'hidden' | 'assumed'; readonly on: boolean }
  | { readonly kind: 'set-find-out'; readonly card: CardId; readonly state: 'open' | 'done' | null }
  | { readonly kind: 'set-card-personas'; readonly card: CardId; readonly personas: readonly string[] }
  /** Puts a piece of evidence that the document holds already onto a card, or takes it off. */
  | { readonly kind: 'cite'; readonly card: CardId; readonly evidence: string; readonly on: boolean }
  | { readonly kind: 'remove-cards'; readonly cards: readonly CardId[] }

export type PersonaEdit =
  /** Puts a persona of the workspace on the map or takes it off. */
  | { readonly kind: 'place-persona'; readonly persona: string; readonly on: boolean }
  /** One point of a persona's drawn emotion curve, −1..+1; null takes it away. */
  | { readonly kind: 'draw-emotion'; readonly persona: string | null; readonly step: StepId; readonly value: number | null }

export interface RestoreEdit {
  readonly kind: 'restore'
  readonly what: 'stage' | 'step' | 'lane' | 'card'
  readonly id: string
}

/** Why an edit cannot be: what it names is not there, or the map would not be one. The message says what to do. */
export interface EditProblem {
  readonly code: 'not_found' | 'already_there' | 'last_stage' | 'last_step' | 'not_yours' | 'bad_value' | 'too_large'
  readonly message: string
}
