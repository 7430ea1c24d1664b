import type { Restored } from '../contract/versions.ts'
import { restoreMap } from '../document/restore-map.ts'
import type { Actor } from './actor.ts'
import { keepContent, keepVersion } from './keep-version.ts'
import { mapNow } from './map-now.ts'
import { demand } from './permission.ts'
import { contentHash, contentOf, unpackContent } from './version-content.ts'
import { loadVersion, presentVersion, type OfVersion } from './versions.ts'
import type { Wend } from './wend.ts'

/** Makes the map what it was; what it is now is kept first, so that restoring that undoes it. Refuses with `version_not_found`. */
export async function restoreVersion(actor: Actor, wend: Wend, of: OfVersion): Promise<Restored> {
  demand(actor, 'edit-map')
  await mapNow(actor, wend, of.map)
  const version = await loadVersion(actor, wend, of)
  const { map, facts } = await unpackContent(version.content)
  const key = { workspace: actor.workspace, map: of.map }
  const kept = { kind: 'before-restore' as const, by: actor.person.name }
  const before = await keepVersion(wend, key, kept)
  const replaced = await wend.live.change(actor.workspace, of.map, actor.person.name, (doc) => {
    const content = contentOf(doc)
    restoreMap(doc, map, facts)
    return content
  })
  // Somebody may have edited between the two: what was really replaced is what has to come back.
  const undo = contentHash(replaced) === before.hash ? before : await keepContent(wend, key, { ...kept, content: replaced })
  await wend.live.settle(actor.workspace, of.map)
  wend.live.tell(actor.workspace, of.map, 'versions')
  return { restored: presentVersion(version), before: presentVersion(undo) }
}
