import { sql, text } from '../engine/sql.ts'
import type { ImportRun } from './import-files.ts'
import type { PlannedRule } from './plan-import.ts'

/** Asks the engine twice a second how far the reading is, until stopped. */
export function watchProgress(run: ImportRun): { done(planned: PlannedRule): void; stop(): void } {
  const sizes = run.rules.map((planned) => run.input.files[planned.rule.from]?.bytes ?? 0)
  const totalBytes = sizes.reduce((sum, bytes) => sum + bytes, 0)
  let finished = { rows: 0, bytes: 0 }
  let latest = { rows: 0, bytes: 0 }
  let asking = false
  const timer = setInterval(() => {
    if (asking) return
    asking = true
    void run.driver
      .query<{ rows: number; bytes: number }>(
        sql`SELECT read_rows AS rows, read_bytes AS bytes FROM system.processes WHERE query LIKE ${text(`%INSERT INTO ${run.tableName} %`)} AND query NOT LIKE '%system.processes%'`,
      )
      .then(([now]) => {
        if (now) latest = now
        run.report({
          phase: 'reading',
          rows: finished.rows + latest.rows,
          bytes: Math.min(finished.bytes + latest.bytes, totalBytes),
          totalBytes,
        })
      })
      .catch(() => undefined)
      .finally(() => (asking = false))
  }, 500)
  return {
    done(planned) {
      finished = { rows: finished.rows + latest.rows, bytes: finished.bytes + (run.input.files[planned.rule.from]?.bytes ?? 0) }
      latest = { rows: 0, bytes: 0 }
      run.report({ phase: 'reading', ...finished, totalBytes })
    },
    stop: () => clearInterval(timer),
  }
}
