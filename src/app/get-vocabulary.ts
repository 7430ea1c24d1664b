import type { Vocabulary } from '../events/event-store.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

/** Names of touchpoints, channels and properties, for pickers. */
export async function getVocabulary(actor: Actor, wend: Wend): Promise<Vocabulary> {
  demand(actor, 'look')
  return wend.events.vocabulary(actor.workspace)
}
