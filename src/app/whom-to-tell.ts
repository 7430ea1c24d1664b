import { mentionedPeople } from '../journey/comment-text.ts'
import type { Told } from '../state/stored-comments.ts'
import type { Actor } from './actor.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

const mostMentions = 50

export interface Telling {
  readonly text: string
  /** Who takes part in the thread already, and is told of a reply. */
  readonly taking: readonly number[]
  /** Who was told of this comment before it was edited. */
  readonly already?: readonly number[]
}

/**
 * Whom a comment mentions and who is told of it: each person once, a mention before a reply, the writer never.
 * Refuses with `person_not_found` when it mentions somebody who is not in the workspace.
 */
export async function whomToTell(
  actor: Actor,
  wend: Wend,
  { text, taking, already = [] }: Telling,
): Promise<{ readonly mentioned: readonly number[]; readonly told: readonly Told[] }> {
  const mentioned = mentionedPeople(text)
  if (mentioned.length > mostMentions) throw new Refusal('too_many_mentions')
  const known = await wend.state.comments.names(actor.workspace, [...new Set([...mentioned, ...taking])])
  if (mentioned.some((person) => !known.has(person))) throw new Refusal('person_not_found')
  const quiet = new Set([actor.person.id, ...already])
  const mentions = mentioned.filter((person) => !quiet.has(person))
  const replies = taking.filter((person) => known.has(person) && !quiet.has(person) && !mentions.includes(person))
  return {
    mentioned,
    told: [
      ...mentions.map((person) => ({ id: wend.world.newId(), person, kind: 'mention' as const })),
      ...replies.map((person) => ({ id: wend.world.newId(), person, kind: 'reply' as const })),
    ],
  }
}
