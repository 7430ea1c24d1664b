import { z } from 'zod'

/** Where the web app connects to edit maps. */
export const livePath = '/api/v1/live'

/** The name of a map's document on that connection. */
export const liveDocumentName = (map: string): string => `map/${map}`

const cardId = z.string().min(1).max(200)
const coordinate = z.number().min(-1_000_000).max(1_000_000)

/** Where somebody is on the map; this is all that a client may say of itself. */
export const liveWhereSchema = z.object({
  /** Ids of what is selected. */
  cards: z.array(cardId).max(200).catch([]),
  /** The card whose text is being edited. */
  editing: cardId.nullable().catch(null),
  /** In the map's own coordinates. */
  cursor: z.object({ x: coordinate, y: coordinate }).nullable().catch(null),
})
export type LiveWhere = z.output<typeof liveWhereSchema>

/** What everybody connected sees of somebody: the server writes `person`. */
export interface LivePresence extends LiveWhere {
  readonly person: LivePerson
}
export interface LivePerson {
  readonly id: number
  readonly name: string
  /** `#rrggbb`, the same for a person everywhere. */
  readonly colour: string
}

/** What the server says besides the document, as JSON. */
export type LiveMessage =
  | { readonly kind: 'topic'; readonly topic: 'comments' | 'versions' | 'personas' | 'touchpoints' | 'research' }
  /** The update will never be accepted: discard the local document and open the map again. `refused` repeats the message. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly refused: string }
  /** Nothing was stored; the server asks again by itself until it could. */
  | { readonly kind: 'not_saved'; readonly message: string }
  /** What was not saved is stored now. If changes still count as unsaved a moment later, `forceSync` counts anew. */
  | { readonly kind: 'saved_again' }

/** Why a connection to a map was refused (`authenticationFailed`) or ended (`close`). */
export type LiveReason = 'permission-denied' | 'too_many_people' | 'too_many_refusals' | 'refused' | 'map_deleted'
