import type { JourneyDefinition } from './definition.ts'
import type { MemberPick } from './member-pick.ts'
import type { Question } from './question.ts'

/** A reference from a card to what supports it. */
export type Evidence =
  | {
      readonly kind: 'answer'
      /** Asking it again gives the number; `pick` opens the journeys behind it. */
      readonly question: Exclude<Question, { question: 'members' }>
      readonly pick?: MemberPick
      /** What the number is, for people: "exit rate". */
      readonly label: string
      readonly value: number
      readonly n: number
      /** 95 % interval of the number, in its own unit; absent where the question has none. */
      readonly low?: number
      readonly high?: number
      /** What it was asked under; absent: under the map's own definition. */
      readonly definition?: JourneyDefinition
      /** Length of the list that `pick` opens; absent where the pick opens nothing countable. */
      readonly count?: number
    }
  | {
      readonly kind: 'verbatim'
      readonly text: string
      readonly customer: string
      readonly time: number
      readonly file: string
      readonly line: number
      readonly score?: number
      readonly scale?: string
    }
  | { readonly kind: 'document'; readonly title: string; readonly url?: string; readonly quote?: string }
  | {
      /** A highlight of a research note: an interview, a transcript, a diary. */
      readonly kind: 'highlight'
      readonly text: string
      /** Ids of the note and of the highlight. */
      readonly note: string
      readonly highlight: string
      readonly noteTitle: string
      readonly tags: readonly string[]
    }
