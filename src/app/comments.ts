import { mostComments, type Thread } from '../contract/comments.ts'
import { mentionedPeople } from '../journey/comment-text.ts'
import type { StoredComment } from '../state/stored-comments.ts'
import type { Actor } from './actor.ts'
import { firstPage, keyOf, readThread, type OfThread } from './comment-threads.ts'
import { mapNow } from './map-now.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { targetName } from './thread-target.ts'
import type { Wend } from './wend.ts'
import { whomToTell } from './whom-to-tell.ts'

interface OfComment extends OfThread {
  /** Its number in the thread. */
  readonly comment: number
}

/** Answers in a thread, and opens it again if it was resolved. Refuses with `thread_not_found`, `person_not_found` or `thread_full`. */
export async function replyToThread(actor: Actor, wend: Wend, { text, ...of }: OfThread & { readonly text: string }): Promise<Thread> {
  demand(actor, 'comment')
  const map = await mapNow(actor, wend, of.map)
  const key = keyOf(actor, of)
  const thread = await wend.state.comments.thread(key)
  if (!thread) throw new Refusal('thread_not_found')
  if (thread.comments >= mostComments) throw new Refusal('thread_full')
  const told = await whomToTell(actor, wend, { text, taking: await wend.state.comments.taking(key) })
  const comment = { person: actor.person.id, text, at: wend.world.now(), ...told }
  const name = targetName(map, of.map, thread.target) ?? thread.target.name
  const number = await wend.state.comments.reply(key, comment, name)
  if (number === undefined) throw new Refusal('thread_not_found')
  wend.live.tell(actor.workspace, of.map, 'comments')
  return readThread(actor, wend, { ...of, page: { limit: firstPage.limit, offset: Math.max(0, number - firstPage.limit) } })
}

/** Changes one's own comment; whoever it mentions anew is told. Refuses with `comment_not_found` or `not_your_comment`. */
export async function editComment(actor: Actor, wend: Wend, { text, ...of }: OfComment & { readonly text: string }): Promise<Thread> {
  const old = await ownComment(actor, wend, of)
  const told = await whomToTell(actor, wend, { text, taking: [], already: mentionedPeople(old.text) })
  const key = { ...keyOf(actor, of), number: of.comment }
  await wend.state.comments.edit(key, { person: actor.person.id, text, at: wend.world.now(), ...told })
  wend.live.tell(actor.workspace, of.map, 'comments')
  return readThread(actor, wend, { ...of, page: { limit: firstPage.limit, offset: Math.max(0, of.comment - firstPage.limit) } })
}

/** Deletes one's own comment, and its thread when nothing is left in it. Refuses with `comment_not_found` or `not_your_comment`. */
export async function deleteComment(actor: Actor, wend: Wend, of: OfComment): Promise<void> {
  await ownComment(actor, wend, of)
  await wend.state.comments.remove({ ...keyOf(actor, of), number: of.comment }, wend.world.now())
  wend.live.tell(actor.workspace, of.map, 'comments')
}

async function ownComment(actor: Actor, wend: Wend, of: OfComment): Promise<StoredComment> {
  demand(actor, 'comment')
  const comment = await wend.state.comments.comment({ ...keyOf(actor, of), number: of.comment })
  if (!comment || comment.deletedAt !== null) throw new Refusal('comment_not_found')
  if (comment.person !== actor.person.id) throw new Refusal('not_your_comment')
  return comment
}
