import type { Page } from '../contract/page.ts'
import { mostNamedVersions, type CompareQuery, type Comparison, type VersionLine, type VersionRecord } from '../contract/versions.ts'
import { changesInWords } from '../exports/change-words.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Paged } from '../state/state-store.ts'
import type { MapKey } from '../state/stored-comments.ts'
import type { StoredVersion, StoredVersionLine } from '../state/stored-versions.ts'
import type { Actor } from './actor.ts'
import { keepVersion } from './keep-version.ts'
import { mapNow } from './map-now.ts'
import { can, demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { unpackContent } from './version-content.ts'
import type { Wend } from './wend.ts'

export interface OfVersion {
  readonly map: string
  readonly version: string
}

/** Versions of a map, newest first. Refuses with `map_not_found`. */
export async function listVersions(
  actor: Actor,
  wend: Wend,
  { map, ...page }: Page & { readonly map: string },
): Promise<Paged<VersionLine>> {
  demand(actor, 'look')
  await mapNow(actor, wend, map)
  const { total, rows } = await wend.state.versions.list({ workspace: actor.workspace, map }, page)
  return { total, rows: rows.map(presentVersion) }
}

/** The map as it was. Refuses with `version_not_found`. */
export async function getVersion(actor: Actor, wend: Wend, of: OfVersion): Promise<VersionRecord> {
  demand(actor, 'look')
  await mapNow(actor, wend, of.map)
  const version = await loadVersion(actor, wend, of)
  return { ...presentVersion(version), map: (await unpackContent(version.content)).map }
}

/** Keeps the map as it is now under a name. Refuses with `too_many_versions`. */
export async function nameVersion(
  actor: Actor,
  wend: Wend,
  { map, name }: { readonly map: string; readonly name: string },
): Promise<VersionLine> {
  demand(actor, 'edit-map')
  await mapNow(actor, wend, map)
  const key = { workspace: actor.workspace, map }
  await demandRoom(wend, key)
  const line = await keepVersion(wend, key, { kind: 'named', name, by: actor.person.name })
  wend.live.tell(actor.workspace, map, 'versions')
  return presentVersion(line)
}

/** Names a version that is there already, so that it stays. Refuses with `version_not_found` or `too_many_versions`. */
export async function renameVersion(
  actor: Actor,
  wend: Wend,
  { name, ...of }: OfVersion & { readonly name: string },
): Promise<VersionLine> {
  demand(actor, 'edit-map')
  await mapNow(actor, wend, of.map)
  const key = { workspace: actor.workspace, map: of.map }
  const version = await loadVersion(actor, wend, of)
  if (version.kind !== 'named') await demandRoom(wend, key)
  await wend.state.versions.rename({ ...key, version: of.version }, name)
  wend.live.tell(actor.workspace, of.map, 'versions')
  return presentVersion({ ...version, name, kind: 'named' })
}

/** Lets a version go. Refuses with `version_not_found`, or `not_your_version` for a name that somebody else gave. */
export async function deleteVersion(actor: Actor, wend: Wend, of: OfVersion): Promise<void> {
  demand(actor, 'edit-map')
  await mapNow(actor, wend, of.map)
  const version = await loadVersion(actor, wend, of)
  const mine = version.by === actor.person.name || can(actor, 'delete-map')
  if (version.kind === 'named' && !mine) throw new Refusal('not_your_version')
  await wend.state.versions.remove({ workspace: actor.workspace, map: of.map }, [of.version])
  wend.live.tell(actor.workspace, of.map, 'versions')
}

/** What differs between two versions, or a version and now. Refuses with `version_not_found`. */
export async function compareVersions(actor: Actor, wend: Wend, asked: CompareQuery & { readonly map: string }): Promise<Comparison> {
  demand(actor, 'look')
  const now = await mapNow(actor, wend, asked.map)
  const from = await loadVersion(actor, wend, { map: asked.map, version: asked.from })
  const to = asked.to === 'now' ? null : await loadVersion(actor, wend, { map: asked.map, version: asked.to })
  const before = (await unpackContent(from.content)).map
  const after = to === null ? now : (await unpackContent(to.content)).map
  const changes = changesInWords(before, after)
  return {
    from: presentVersion(from),
    to: to && presentVersion(to),
    stages: stagesOfBoth(before, after),
    total: changes.length,
    rows: changes.slice(asked.offset, asked.offset + asked.limit).map(({ words, figures, ...line }) => ({
      ...line,
      ...(words && { words: [...words] }),
      ...(figures && { figures: [...figures] }),
    })),
  }
}

/** The later map's stages; those that are gone behind the stage that they stood behind. */
function stagesOfBoth(before: JourneyMap, after: JourneyMap): Comparison['stages'] {
  const stages = after.stages.map(({ id, name }) => ({ id: id as string, name, gone: false }))
  for (const [index, { id, name }] of before.stages.entries()) {
    if (stages.some((stage) => stage.id === id)) continue
    const left = before.stages[index - 1]?.id
    stages.splice(stages.findIndex((stage) => stage.id === left) + 1, 0, { id, name, gone: true })
  }
  return stages
}

export async function loadVersion(actor: Actor, wend: Wend, of: OfVersion): Promise<StoredVersion> {
  const version = await wend.state.versions.get({ workspace: actor.workspace, ...of })
  if (!version) throw new Refusal('version_not_found')
  return version
}

async function demandRoom(wend: Wend, key: MapKey): Promise<void> {
  if ((await wend.state.versions.named(key)) >= mostNamedVersions) throw new Refusal('too_many_versions')
}

export const presentVersion = ({ id, number, kind, name, at, by, authors }: StoredVersionLine): VersionLine => ({
  id,
  number,
  kind,
  name,
  at,
  by,
  authors: [...authors],
})
