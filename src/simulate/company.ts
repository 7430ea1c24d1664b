import type { Rhythm } from './rhythm.ts'
import type { Theme } from './themes.ts'

/** A company to simulate: data only. Names are touchpoint names throughout. */
export interface Company {
  readonly preset: 'shop' | 'software'
  readonly name: string
  /** Whose journey it is, as a journey definition would say. */
  readonly unit: 'customer' | 'account'
  readonly goal: string
  readonly stages: readonly { readonly name: string; readonly purpose: string; readonly touchpoints: readonly Touchpoint[] }[]
  /** From each touchpoint: where people go next, as weights among those who go on. */
  readonly next: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Share that ends here; touchpoints that are not named: `usualLeave` on web pages, 0 elsewhere. */
  readonly leave: Readonly<Record<string, number>>
  readonly usualLeave: number
  /** Time before a touchpoint ('B') or on one transition ('A > B'). Web pages that are not named follow the archetype's pauses. */
  readonly waits: Readonly<Record<string, Wait>>
  readonly rhythm: { readonly customer: Rhythm; readonly company: Rhythm }
  readonly archetypes: readonly Archetype[]
  readonly segments: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly personas: readonly Persona[]
  readonly planted: readonly Planted[]
  readonly words: readonly Theme[]
  /** Ticket subjects when nothing in particular happened. */
  readonly subjects: readonly string[]
  /** What `{thing}` stands for. */
  readonly things: readonly string[]
  /** The header of crm.csv before and after the time columns. */
  readonly crm: { readonly before: readonly string[]; readonly after: readonly string[] }
}

export interface Touchpoint {
  readonly name: string
  readonly channel: string
  readonly record: RecordKind
  /** Who is asked how it was, and how often. */
  readonly ask?: readonly Ask[]
}

/** Which file a touchpoint leaves its trace in, and how. */
export type RecordKind =
  | { readonly file: 'web'; readonly event: 'page' | 'screen' | 'track'; readonly page: string }
  | { readonly file: 'crm'; readonly column: string; readonly opens: boolean }
  | { readonly file: 'tickets'; readonly part: 'opened' | 'replied' | 'solved'; readonly via: string }
  | { readonly file: 'tickets'; readonly part: 'rated' }
  | { readonly file: 'surveys'; readonly survey: SurveyKind }

export type SurveyKind = 'nps' | 'csat' | 'ces' | 'stars'
export interface Ask {
  readonly survey: SurveyKind
  /** Share of visitors who answer. */
  readonly rate: number
  /** Median time until the answer, milliseconds. */
  readonly afterMs: number
  /** The answer names the open order or deal. */
  readonly aboutRecord?: boolean
}

export interface Wait {
  readonly medianMs: number
  /** Standard deviation of the logarithm. */
  readonly sigma: number
  /** Whose hours count: the company answers, ships and meets on working days. */
  readonly by: 'customer' | 'company'
}

/** A way of behaving; its customers are alike in speed, path, channel and mood. */
export interface Archetype {
  readonly name: string
  readonly share: number
  readonly entry: Readonly<Record<string, number>>
  /** Multiplies the weight of every transition into the touchpoint. */
  readonly tilt: Readonly<Record<string, number>>
  /** Share of steps that wait for another day, and the median of that wait in days. */
  readonly pause: number
  readonly pauseDays: number
  /** Multiplies the share that leaves; 1 where nothing is planted. */
  readonly patience: number
  /** Mean score −1..+1 when nothing happened; the same for all where nothing is planted. */
  readonly mood: number
  readonly segments: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export interface Persona {
  readonly name: string
  readonly description: string
  /** Property → value; all must hold. */
  readonly rule: Readonly<Record<string, string>>
}

interface Felt {
  readonly theme: string
  /** Added to the score (−1..+1) of feedback given right there; 40 % of it stays for a while. */
  readonly shift: number
}
/** What is planted. Shares are of those at `from` (or `touchpoint`); without planting the base holds for everyone. */
export type Planted =
  | ({ readonly kind: 'exit'; readonly touchpoint: string; readonly base: number; readonly planted: number } & Felt)
  | ({
      readonly kind: 'loop' | 'hand-off'
      readonly from: string
      readonly to: string
      readonly base: number
      readonly planted: number
    } & Felt)
  | ({ readonly kind: 'delay'; readonly from: string; readonly to: string; readonly base: Wait; readonly planted: Wait } & Felt)
  | ({ readonly kind: 'delight'; readonly touchpoint: string } & Felt)
  | {
      readonly kind: 'change'
      readonly what: string
      readonly transitions: readonly { readonly from: string; readonly to: string; readonly before: Wait; readonly after: Wait }[]
      readonly before: Felt
      readonly after: Felt
    }
