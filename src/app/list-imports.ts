import type { ImportRecord, ImportSummary } from '../contract/imports.ts'
import type { Page } from '../contract/page.ts'
import type { ImportReport } from '../events/event-store.ts'
import type { Paged, StoredImport } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Imports, newest first. */
export async function listImports(actor: Actor, wend: Wend, page: Page): Promise<Paged<ImportSummary>> {
  demand(actor, 'look')
  const { total, rows } = await wend.state.imports.list(actor.workspace, page)
  return { total, rows: rows.map(summaryOf) }
}

/** One import with its recipe and reconciliation. Refuses with `import_not_found`. */
export async function getImport(actor: Actor, wend: Wend, number: number): Promise<ImportRecord> {
  demand(actor, 'look')
  const stored = await wend.state.imports.get(actor.workspace, number)
  if (!stored) throw new Refusal('import_not_found', `There is no import number ${number} in this workspace.`)
  return { ...summaryOf(stored), recipe: stored.recipe }
}

const summaryOf = ({ number, source, at, by, replays, report }: StoredImport): ImportSummary => ({
  number,
  source,
  at,
  by,
  replays,
  report: structuredClone(report as ImportReport) as ImportSummary['report'],
})
