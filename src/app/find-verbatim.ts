import type { PutEvidence } from '../contract/evidence.ts'
import { wholeCustomer } from '../journey/definition.ts'
import type { Evidence } from '../journey/evidence.ts'
import type { Actor } from './actor.ts'
import { EventStoreError } from '../events/event-store-error.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Events of one customer that are looked through. */
const most = 100_000

/** A customer's words with the file and line that hold them. Refuses with `verbatim_not_found`. */
export async function findVerbatim(
  actor: Actor,
  wend: Wend,
  { put, signal }: { readonly put: Extract<PutEvidence, { readonly kind: 'verbatim' }>; readonly signal: AbortSignal },
): Promise<Evidence> {
  const { customer, time, text } = put
  const limit = wend.limits.rows
  for (let offset = 0; offset < most; offset += limit) {
    const { rows, total } = await timeline(actor, wend, { customer, limit, offset, signal })
    const row = rows.find((one) => one.time === time && one.verbatim.trim() === text.trim())
    if (row) {
      const score = row.score === null ? {} : { score: row.score, scale: row.scale }
      return { kind: 'verbatim', text: row.verbatim, customer, time, file: row.file, line: row.line, ...score }
    }
    if (offset + limit >= total) break
  }
  throw new Refusal('verbatim_not_found')
}

interface Page {
  readonly customer: string
  readonly limit: number
  readonly offset: number
  readonly signal: AbortSignal
}

async function timeline(actor: Actor, wend: Wend, { signal, ...page }: Page) {
  try {
    return await wend.events.ask(actor.workspace, wholeCustomer, { question: 'timeline', ...page }, signal)
  } catch (error) {
    if (error instanceof EventStoreError && error.code === 'unknown_customer') throw new Refusal('verbatim_not_found')
    throw error
  }
}
