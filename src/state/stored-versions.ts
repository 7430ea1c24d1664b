import type { PageOf, Paged } from './state-store.ts'
import type { MapKey } from './stored-comments.ts'

/** `computed`: as Wend made it. `before-restore`: what a restore replaced. */
export type VersionKind = 'automatic' | 'named' | 'before-restore' | 'computed'

export interface StoredVersionLine {
  readonly id: string
  /** Grows with each version of the map. */
  readonly number: number
  readonly kind: VersionKind
  readonly name: string | null
  readonly at: number
  /** Who kept it. */
  readonly by: string
  /** Who changed the map since the version before. */
  readonly authors: readonly string[]
  /** Of its content: two versions of the same content have the same. */
  readonly hash: string
}
export interface StoredVersion extends StoredVersionLine {
  /** As it was given. */
  readonly content: string
}
export interface VersionKey extends MapKey {
  readonly version: string
}

/** Somebody who changed the map, and when first and last. */
export interface ChangedBy {
  readonly by: string
  readonly first: number
  readonly last: number
}

export interface VersionStore {
  /** Who changed the map after `since`. */
  changesSince(map: MapKey, since: number): Promise<readonly ChangedBy[]>
  add(map: MapKey, version: Omit<StoredVersion, 'number'>): Promise<StoredVersionLine>
  /** Newest first. */
  list(map: MapKey, page: PageOf): Promise<Paged<StoredVersionLine>>
  /** How many named versions there are. */
  named(map: MapKey): Promise<number>
  newest(map: MapKey): Promise<StoredVersionLine | undefined>
  get(key: VersionKey): Promise<StoredVersion | undefined>
  /** False when there is none. A name makes it `named`. */
  rename(key: VersionKey, name: string): Promise<boolean>
  remove(map: MapKey, versions: readonly string[]): Promise<number>
  /** Maps of any workspace that were changed after their newest version, or have none; at most `limit`. */
  behind(limit: number): Promise<readonly MapKey[]>
}
