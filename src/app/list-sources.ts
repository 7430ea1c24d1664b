import type { Page } from '../contract/page.ts'
import type { SourceRow } from '../events/event-store.ts'
import type { Paged } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

/** The systems that events came from. */
export async function listSources(actor: Actor, wend: Wend, page: Page): Promise<Paged<SourceRow>> {
  demand(actor, 'look')
  const rows = await wend.events.sources(actor.workspace)
  return { total: rows.length, rows: rows.slice(page.offset, page.offset + page.limit) }
}
