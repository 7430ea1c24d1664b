import type { Branded } from './brand.ts'
import type { JourneyDefinition } from './definition.ts'
import type { Evidence } from './evidence.ts'
import type { FlowEnd } from './member-pick.ts'
import type { Persona } from './persona.ts'
import type { Standing } from './standing.ts'

export type StageId = Branded<string, 'StageId'>
export type StepId = Branded<string, 'StepId'>
export type LaneId = Branded<string, 'LaneId'>
export type CardId = Branded<string, 'CardId'>

/** The version of the file format; a reader refuses a newer one. */
export const mapFormat = 'wend-map/1'

/**
 * The journey map: stages across, lanes down, cards in the cells.
 * The order of `stages`, `steps` and `lanes` is the order on screen. Every stage has at least one step.
 */
export interface JourneyMap {
  readonly format: typeof mapFormat
  readonly title: string
  readonly summary: string
  readonly kind: 'as-is' | 'to-be'
  readonly personas: readonly Persona[]
  readonly stages: readonly Stage[]
  readonly lanes: readonly Lane[]
  readonly cards: readonly Card[]
  /** The real flow between stages; absent on a map nobody has computed. */
  readonly river?: River
  readonly emotion?: EmotionCurve
  /** Emotion curves drawn by people, one a persona (`null`: for all); never mixed with the computed curve. */
  readonly drawnCurves?: readonly DrawnCurve[]
  /** What the map was computed from; absent on a map drawn by hand. */
  readonly basis?: MapBasis
}

export interface Stage {
  readonly id: StageId
  readonly name: string
  readonly purpose: string
  readonly steps: readonly Step[]
  /** Why these touchpoints are here: the template's rule, or "by order of occurrence". */
  readonly rule: string
  readonly numbers?: StageNumbers
}

/** Part of a stage; a computed step is one touchpoint or a few that happen together. */
export interface Step {
  readonly id: StepId
  readonly name: string
  readonly touchpoints: readonly string[]
  /** Id of the more detailed map that the step opens. */
  readonly map?: string
}

export interface StageNumbers {
  readonly journeys: number
  /** Share of all journeys that reach the stage. */
  readonly reach: number
  readonly exits: number
  readonly exitRate: number
  readonly p50Time: number | null
  readonly p90Time: number | null
}

export type LaneKind =
  | 'actions'
  | 'touchpoints'
  | 'channels'
  | 'thoughts'
  | 'emotions'
  | 'needs'
  | 'pain-points'
  | 'delights'
  | 'opportunities'
  | 'kpis'
  | 'verbatims'
  | 'owners'
  | 'backstage'
  | 'images'
  | 'custom'

export interface Lane {
  readonly id: LaneId
  readonly kind: LaneKind
  readonly name: string
  /** A sentence for the empty cell: what belongs here. */
  readonly hint: string
}

export interface Card {
  readonly id: CardId
  readonly lane: LaneId
  readonly stage: StageId
  /** Absent: the card speaks for the whole stage. */
  readonly step?: StepId
  readonly body: CardBody
  readonly evidence: readonly Evidence[]
  readonly standing: Standing
  readonly owner?: string
  /** What people wrote about a computed card; the number itself is not theirs to change. */
  readonly note?: string
  readonly noteMarks?: readonly TextMark[]
  /** Stays on the map when a new computation no longer finds it. */
  readonly pinned?: true
  /** Kept, but not drawn. */
  readonly hidden?: true
  /** A person says that nobody has shown it. */
  readonly assumed?: true
  /** An assumption made into a to-do: somebody is to find out. */
  readonly findOut?: 'open' | 'done'
  /** Ids of the personas it speaks for; absent: for all. */
  readonly personas?: readonly string[]
}

/** Formatting of a part of a text, in UTF-16 code units: `from` inclusive, `to` exclusive. */
export type TextMark =
  | { readonly kind: 'bold' | 'italic'; readonly from: number; readonly to: number }
  | { readonly kind: 'link'; readonly from: number; readonly to: number; readonly href: string }

/**
 * What a card says; one shape a kind. Durations are milliseconds, rates are 0..1, emotion is −1..+1.
 * A pain point's `effect` is its difference from the comparison named in `detail`, for the worse; `p` is corrected over
 * all candidates; `size` is customers affected × severity, by which pain points are ranked.
 * An image is the id of an asset of the workspace, or a `data:` URL of PNG, JPEG, WebP or GIF in a file.
 */
export type CardBody =
  | { readonly kind: 'text'; readonly text: string; readonly marks?: readonly TextMark[] }
  | { readonly kind: 'image'; readonly image: string; readonly alt: string }
  | {
      readonly kind: 'touchpoint'
      readonly touchpoint: string
      readonly channel: string
      /** The three counts are null on a card placed by hand. */
      readonly journeys: number | null
      readonly reach: number | null
      readonly occurrences: number | null
      readonly p50ToNext: number | null
      /** Id in the touchpoint library; its name and channel follow the library. */
      readonly library?: string
      /** The team that owns it. */
      readonly team?: string
    }
  | { readonly kind: 'channel'; readonly channel: string; readonly occurrences: number; readonly share: number }
  | {
      readonly kind: 'kpi'
      readonly name: string
      /** The actual value; null where nobody has measured it yet. */
      readonly value: number | null
      readonly unit: KpiUnit
      readonly low?: number
      readonly high?: number
      readonly target?: number
    }
  | {
      readonly kind: 'emotion'
      readonly mean: number | null
      readonly low: number | null
      readonly high: number | null
      readonly n: number
      readonly scale: string
    }
  | {
      readonly kind: 'pain-point'
      readonly cause: PainCause
      readonly title: string
      readonly detail: string
      readonly journeys: number
      readonly effect: number
      readonly low: number
      readonly high: number
      readonly p: number
      readonly size?: number
    }
  | {
      /** What goes with better scores; `effect` is its difference from the comparison named in `detail`, for the better. */
      readonly kind: 'delight'
      readonly title: string
      readonly detail: string
      readonly journeys: number
      readonly effect: number
      readonly low: number
      readonly high: number
      readonly p: number
      readonly size?: number
    }
  | { readonly kind: 'verbatim'; readonly text: string; readonly score: number | null; readonly scale: string }

export type KpiUnit = 'rate' | 'ms' | 'count' | 'score'
export type PainCause = 'exit' | 'loop' | 'wait' | 'score' | 'hand-off' | 'backward' | 'repeat' | 'late' | 'theme'

/** Ribbons between stages. An end of kind `stage` names the stage by its id. */
export interface River {
  readonly journeys: number
  readonly ribbons: readonly Ribbon[]
}
export interface Ribbon {
  readonly from: FlowEnd
  readonly to: FlowEnd
  readonly count: number
  readonly journeys: number
}

/** One point a step (or a stage without linked steps), in map order. */
export interface EmotionCurve {
  readonly points: readonly EmotionPoint[]
}
export interface EmotionPoint {
  readonly stage: StageId
  readonly step?: StepId
  /** Mean normalised score; null when n < 5 ("too few"). */
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
}

/** What people believe the customer feels at each step, −1..+1. */
export interface DrawnCurve {
  readonly persona: string | null
  readonly points: readonly { readonly step: StepId; readonly value: number }[]
}

export interface MapBasis {
  readonly definition: JourneyDefinition
  readonly template: string | null
  readonly sources: readonly { readonly name: string; readonly events: number }[]
  readonly customers: number
  readonly journeys: number
  readonly events: number
  readonly from: number | null
  readonly to: number | null
  readonly reachedGoal: number
  /** Sentences a reader needs: what was grouped, what is not on the map. */
  readonly notes?: readonly string[]
  readonly wend: string
  /** SHA-256 of the map without this field, as canonical JSON: the same events, definition and version give the same hash. */
  readonly hash: string
}
