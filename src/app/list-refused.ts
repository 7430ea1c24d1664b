import type { Page } from '../contract/page.ts'
import type { RefusedRow } from '../events/event-store.ts'
import type { Paged } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { getImport } from './list-imports.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

/** The rows an import refused, each with file, line, field and reason. Refuses with `import_not_found`. */
export async function listRefused(
  actor: Actor,
  wend: Wend,
  input: { readonly number: number; readonly page: Page },
): Promise<Paged<RefusedRow>> {
  demand(actor, 'look')
  await getImport(actor, wend, input.number)
  return wend.events.refused(actor.workspace, input.number, input.page)
}

const batch = 1000

/** All refused rows, a batch at a time. */
export async function* eachRefused(actor: Actor, wend: Wend, number: number): AsyncGenerator<RefusedRow> {
  for (let offset = 0; ; offset += batch) {
    const { rows } = await listRefused(actor, wend, { number, page: { limit: batch, offset } })
    yield* rows
    if (rows.length < batch) return
  }
}
