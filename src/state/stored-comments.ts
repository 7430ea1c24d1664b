import type { PageOf, Paged } from './state-store.ts'

export interface StoredTarget {
  readonly kind: 'card' | 'stage' | 'map'
  readonly id: string
  /** As it was called when the thread was last written to. */
  readonly name: string
}
export interface StoredThread {
  readonly id: string
  readonly target: StoredTarget
  /** Comments ever written in it, deleted ones included: the number of the newest. */
  readonly comments: number
  readonly createdAt: number
  readonly changedAt: number
  readonly resolvedAt: number | null
  readonly resolvedBy: number | null
}
export interface StoredComment {
  readonly thread: string
  /** 1, 2, 3 … in its thread. */
  readonly number: number
  readonly person: number
  /** Empty once deleted. */
  readonly text: string
  readonly createdAt: number
  readonly editedAt: number | null
  readonly deletedAt: number | null
}
/** Somebody who is told of a comment. */
export interface Told {
  readonly id: string
  readonly person: number
  readonly kind: 'mention' | 'reply'
}
export interface StoredNotification extends Told {
  readonly map: string
  readonly mapTitle: string | null
  readonly thread: string
  readonly comment: number
  readonly by: number
  readonly at: number
  readonly readAt: number | null
  readonly target: StoredTarget
  readonly text: string
}
export interface TargetCount {
  readonly kind: StoredTarget['kind']
  readonly id: string
  readonly open: number
  readonly resolved: number
}

/** Where a map is. */
export interface MapKey {
  readonly workspace: number
  readonly map: string
}
export interface ThreadKey extends MapKey {
  readonly thread: string
}
export interface CommentKey extends ThreadKey {
  readonly number: number
}
export interface WrittenComment {
  readonly person: number
  readonly text: string
  readonly at: number
  readonly mentioned: readonly number[]
  readonly told: readonly Told[]
}
export interface ThreadsAsked extends PageOf {
  readonly state: 'open' | 'resolved' | 'all'
  readonly target?: Pick<StoredTarget, 'kind' | 'id'> | undefined
}

export interface CommentStore {
  /** Newest change first. */
  threads(map: MapKey, asked: ThreadsAsked): Promise<Paged<StoredThread>>
  thread(key: ThreadKey): Promise<StoredThread | undefined>
  /** How many threads each thing of a map has. */
  counts(map: MapKey): Promise<readonly TargetCount[]>
  /** Oldest first. */
  comments(key: ThreadKey, page: PageOf): Promise<readonly StoredComment[]>
  /** The first and the newest `newest` comments of each thread, oldest first. */
  newest(map: MapKey, threads: readonly StoredThread[], newest: number): Promise<readonly StoredComment[]>
  comment(key: CommentKey): Promise<StoredComment | undefined>
  /** A thread with its first comment. */
  start(map: MapKey, thread: { readonly id: string; readonly target: StoredTarget }, comment: WrittenComment): Promise<void>
  /** The comment's number; the thread is open again. Undefined when there is no such thread. */
  reply(key: ThreadKey, comment: WrittenComment, targetName: string): Promise<number | undefined>
  edit(key: CommentKey, comment: WrittenComment): Promise<void>
  /** Empties the comment; a thread with nothing left in it goes. */
  remove(key: CommentKey, at: number): Promise<void>
  /** False when there is no such thread. */
  resolve(key: ThreadKey, by: { readonly person: number; readonly at: number } | null): Promise<boolean>
  /** Everybody who wrote or was mentioned in it. */
  taking(key: ThreadKey): Promise<readonly number[]>
  /** Names of the people of these numbers, as they are called today. */
  names(workspace: number, people: readonly number[]): Promise<ReadonlyMap<number, string>>
}

export interface NotificationStore {
  /** Unread first, then newest first. */
  list(workspace: number, person: number, page: PageOf): Promise<Paged<StoredNotification>>
  unread(workspace: number, person: number): Promise<number>
  /** False when this person has no such notification. */
  mark(workspace: number, person: number, change: { readonly id: string; readonly readAt: number | null }): Promise<boolean>
  markAll(workspace: number, person: number, at: number): Promise<void>
}
