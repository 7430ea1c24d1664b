import { commentsShown, mostThreads, type NewThread, type Thread, type ThreadCounts, type ThreadsQuery } from '../contract/comments.ts'
import { mentionedPeople } from '../journey/comment-text.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Paged, PageOf } from '../state/state-store.ts'
import type { StoredComment, StoredThread, ThreadKey } from '../state/stored-comments.ts'
import type { Actor } from './actor.ts'
import { mapNow } from './map-now.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { presentTarget, targetName } from './thread-target.ts'
import type { Wend } from './wend.ts'
import { whomToTell } from './whom-to-tell.ts'

/** One map's threads, or one thread of it. */
export interface OfMap {
  readonly map: string
}
export interface OfThread extends OfMap {
  readonly thread: string
}

/** Threads of a map, last changed first, each with its first and newest comments. Refuses with `map_not_found`. */
export async function listThreads(actor: Actor, wend: Wend, asked: ThreadsQuery & OfMap): Promise<Paged<Thread>> {
  demand(actor, 'look')
  const map = await mapNow(actor, wend, asked.map)
  const key = { workspace: actor.workspace, map: asked.map }
  const target = asked.kind !== undefined && asked.target !== undefined ? { kind: asked.kind, id: asked.target } : undefined
  const { total, rows } = await wend.state.comments.threads(key, { ...asked, target })
  const comments = await wend.state.comments.newest(key, rows, commentsShown)
  return { total, rows: await present({ actor, wend, map, mapId: asked.map }, rows, comments) }
}

/** How many threads each thing of the map has. Refuses with `map_not_found`. */
export async function countThreads(actor: Actor, wend: Wend, { map }: OfMap): Promise<ThreadCounts> {
  demand(actor, 'look')
  await demandMap(actor, wend, map)
  return { rows: [...(await wend.state.comments.counts({ workspace: actor.workspace, map }))] }
}

/** One thread with a page of its comments. Refuses with `thread_not_found`. */
export async function readThread(actor: Actor, wend: Wend, { page, ...of }: OfThread & { readonly page: PageOf }): Promise<Thread> {
  demand(actor, 'look')
  const map = await mapNow(actor, wend, of.map)
  const key = keyOf(actor, of)
  const thread = await wend.state.comments.thread(key)
  if (!thread) throw new Refusal('thread_not_found')
  const comments = await wend.state.comments.comments(key, page)
  const [line] = await present({ actor, wend, map, mapId: of.map }, [thread], comments)
  if (!line) throw new Refusal('thread_not_found')
  return line
}

/** Begins a thread on something of the map. Refuses with `target_not_found`, `person_not_found` or `too_many_threads`. */
export async function startThread(actor: Actor, wend: Wend, asked: NewThread & OfMap): Promise<Thread> {
  demand(actor, 'comment')
  const map = await mapNow(actor, wend, asked.map)
  const name = targetName(map, asked.map, asked.target)
  if (name === undefined) throw new Refusal('target_not_found')
  const key = { workspace: actor.workspace, map: asked.map }
  const { total } = await wend.state.comments.threads(key, { state: 'all', limit: 1, offset: 0 })
  if (total >= mostThreads) throw new Refusal('too_many_threads')
  const thread = wend.world.newId()
  const told = await whomToTell(actor, wend, { text: asked.text, taking: [] })
  const comment = { person: actor.person.id, text: asked.text, at: wend.world.now(), ...told }
  await wend.state.comments.start(key, { id: thread, target: { ...asked.target, name } }, comment)
  wend.live.tell(actor.workspace, asked.map, 'comments')
  return readThread(actor, wend, { map: asked.map, thread, page: firstPage })
}

/** Closes a thread or opens it again. Refuses with `thread_not_found`. */
export async function resolveThread(
  actor: Actor,
  wend: Wend,
  { resolved, ...of }: OfThread & { readonly resolved: boolean },
): Promise<Thread> {
  demand(actor, 'comment')
  const by = resolved ? { person: actor.person.id, at: wend.world.now() } : null
  if (!(await wend.state.comments.resolve(keyOf(actor, of), by))) throw new Refusal('thread_not_found')
  wend.live.tell(actor.workspace, of.map, 'comments')
  return readThread(actor, wend, { ...of, page: firstPage })
}

export const firstPage: PageOf = { limit: 100, offset: 0 }
export const keyOf = (actor: Actor, { map, thread }: OfThread): ThreadKey => ({ workspace: actor.workspace, map, thread })

async function demandMap(actor: Actor, wend: Wend, map: string): Promise<void> {
  await mapNow(actor, wend, map)
}

interface Presenting {
  readonly actor: Actor
  readonly wend: Wend
  readonly map: JourneyMap
  readonly mapId: string
}

async function present(
  { actor, wend, map, mapId }: Presenting,
  threads: readonly StoredThread[],
  comments: readonly StoredComment[],
): Promise<Thread[]> {
  const named = comments.flatMap((comment) => [comment.person, ...mentionedPeople(comment.text)])
  const resolvers = threads.flatMap((thread) => (thread.resolvedBy === null ? [] : [thread.resolvedBy]))
  const names = await wend.state.comments.names(actor.workspace, [...new Set([...named, ...resolvers])])
  const person = (id: number) => ({ id, name: names.get(id) ?? 'Somebody who left' })
  const byThread = Map.groupBy(comments, (comment) => comment.thread)
  return threads.map((thread) => {
    const own = byThread.get(thread.id) ?? []
    return {
      id: thread.id,
      target: presentTarget(map, mapId, thread.target),
      comments: own.map((comment) => ({
        number: comment.number,
        by: person(comment.person),
        text: comment.text,
        at: comment.createdAt,
        editedAt: comment.editedAt,
        deleted: comment.deletedAt !== null,
      })),
      total: thread.comments,
      at: thread.createdAt,
      changedAt: thread.changedAt,
      resolved: thread.resolvedAt === null ? null : { at: thread.resolvedAt, by: person(thread.resolvedBy ?? 0) },
      people: [...new Set(own.flatMap((comment) => mentionedPeople(comment.text)))].map(person),
    }
  })
}
