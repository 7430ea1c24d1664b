import type { MapSummary } from '../contract/maps.ts'
import type { Page } from '../contract/page.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

interface DeletedLine {
  readonly id: string
  readonly title: string
  readonly deletedAt: number
  readonly deletedBy: string
}

/** Deleted maps, last deleted first. */
export async function listDeletedMaps(
  actor: Actor,
  wend: Wend,
  page: Page,
): Promise<{ readonly total: number; readonly rows: readonly DeletedLine[] }> {
  demand(actor, 'look')
  const { total, rows } = await wend.state.maps.listDeleted(actor.workspace, page)
  return { total, rows: rows.map(({ id, title, deletedAt, deletedBy }) => ({ id, title, deletedAt, deletedBy })) }
}

/** Brings a deleted map back as it was. Refuses with `map_not_found`. */
export async function restoreDeletedMap(actor: Actor, wend: Wend, id: string): Promise<MapSummary> {
  demand(actor, 'delete-map')
  const line = await wend.state.maps.restore(actor.workspace, id)
  if (!line) throw new Refusal('map_not_found')
  return line
}
