import type { JourneyMap } from '../journey/map.ts'
import type { MapKey } from '../state/stored-comments.ts'
import type { StoredVersionLine, VersionKind } from '../state/stored-versions.ts'
import { contentHash, contentOf, contentOfMap, packContent, type VersionContent } from './version-content.ts'
import { thinnedOut, versionDue } from './version-rules.ts'
import type { Wend } from './wend.ts'

type Keeping = Pick<Wend, 'state' | 'live' | 'world'>

export interface Kept {
  readonly kind: VersionKind
  readonly name?: string
  /** Who keeps it. */
  readonly by: string
}

/** Versions that one look at a map's history may let go of. */
const mostLooked = 5000

/** Keeps the map as it is now. Rejects with `map_not_found`. */
export async function keepVersion(wend: Keeping, key: MapKey, kept: Kept): Promise<StoredVersionLine> {
  const at = wend.world.now()
  const content = await wend.live.change(key.workspace, key.map, kept.by, contentOf)
  return write(wend, key, { ...kept, at, content })
}

/** Keeps a content that was read from the map a moment ago. */
export const keepContent = (wend: Keeping, key: MapKey, kept: Kept & { readonly content: VersionContent }): Promise<StoredVersionLine> =>
  write(wend, key, { ...kept, at: wend.world.now() })

/** Keeps a map that was just made, so that one can always come back to its beginning. */
export async function keepFirstVersion(
  wend: Keeping,
  key: MapKey,
  { map, by }: { readonly map: JourneyMap; readonly by: string },
): Promise<void> {
  const kind = map.basis ? 'computed' : 'automatic'
  await write(wend, key, { kind, by, at: wend.world.now(), content: contentOfMap(map) })
}

/**
 * Keeps a version if the map has changed since the newest one and is at rest, or people have gone on for long; then thins
 * out old ones. Undefined when none was due.
 */
export async function keepAutomaticVersion(wend: Keeping, key: MapKey, now: number): Promise<StoredVersionLine | undefined> {
  const newest = await wend.state.versions.newest(key)
  const changes = await wend.state.versions.changesSince(key, newest?.at ?? 0)
  if (newest && !versionDue(changes, now)) return undefined
  const by = changes.toSorted((a, b) => b.last - a.last)[0]?.by ?? 'Wend'
  const line = await keepVersion(wend, key, { kind: 'automatic', by })
  const { rows } = await wend.state.versions.list(key, { limit: mostLooked, offset: 0 })
  await wend.state.versions.remove(key, thinnedOut(rows, now).slice(0, 500))
  return line
}

interface Writing extends Kept {
  readonly at: number
  readonly content: VersionContent
}

async function write(wend: Keeping, key: MapKey, { kind, name, by, at, content }: Writing): Promise<StoredVersionLine> {
  const newest = await wend.state.versions.newest(key)
  const changes = await wend.state.versions.changesSince(key, newest?.at ?? 0)
  const version = { id: wend.world.newId(), kind, name: name ?? null, at, by, hash: contentHash(content) }
  const authors = changes.map((change) => change.by)
  return wend.state.versions.add(key, { ...version, authors, content: await packContent(content) })
}
