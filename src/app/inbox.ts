import type { Inbox } from '../contract/comments.ts'
import type { Page } from '../contract/page.ts'
import { commentWords, mentionedPeople } from '../journey/comment-text.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

const beginning = 280

/** What the actor was told: unread first, then newest first. */
export async function listInbox(actor: Actor, wend: Wend, page: Page): Promise<Inbox> {
  demand(actor, 'look')
  const { total, rows } = await wend.state.notifications.list(actor.workspace, actor.person.id, page)
  const people = rows.flatMap((row) => [row.by, ...mentionedPeople(row.text)])
  const names = await wend.state.comments.names(actor.workspace, [...new Set(people)])
  const nameOf = (id: number): string => names.get(id) ?? 'Somebody who left'
  return {
    total,
    unread: await wend.state.notifications.unread(actor.workspace, actor.person.id),
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      by: { id: row.by, name: nameOf(row.by) },
      at: row.at,
      read: row.readAt !== null,
      map: { id: row.map, title: row.mapTitle },
      thread: row.thread,
      target: row.target,
      text: shortened(commentWords(row.text, nameOf)),
    })),
  }
}

/** Marks one line read or unread. Refuses with `notification_not_found` when the actor has no such line. */
export async function markRead(actor: Actor, wend: Wend, { id, read }: { readonly id: string; readonly read: boolean }): Promise<void> {
  demand(actor, 'look')
  const change = { id, readAt: read ? wend.world.now() : null }
  if (!(await wend.state.notifications.mark(actor.workspace, actor.person.id, change))) throw new Refusal('notification_not_found')
}

/** Marks everything that the actor was told as read. */
export async function markAllRead(actor: Actor, wend: Wend): Promise<void> {
  demand(actor, 'look')
  await wend.state.notifications.markAll(actor.workspace, actor.person.id, wend.world.now())
}

function shortened(text: string): string {
  const signs = [...text]
  return signs.length <= beginning ? text : `${signs.slice(0, beginning - 1).join('')}…`
}
