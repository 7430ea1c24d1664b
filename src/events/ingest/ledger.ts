import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import type { ImportReport, RefusalCount, RowLedger } from '../event-store.ts'
import type { Arrived } from './drop-duplicates.ts'
import type { ImportRun } from './import-files.ts'
import { lineOf } from './line-of.ts'
import { fileOrder } from './plan-import.ts'
import { problems } from './problems.ts'

interface FileCounts {
  readonly file: number
  readonly stored: number
  readonly refused: number
}

/** The reconciliation of an import, counted from what is really there. */
export async function ledgerOf(run: ImportRun, arrived: Arrived): Promise<ImportReport> {
  const { workspace, number, source } = run.input
  const scope = sql`workspace = ${int(workspace)} AND import = ${int(number)}`
  const [totals] = await run.driver.query<{ stored: number; customers: number; touchpoints: number; from: number; to: number }>(
    sql`SELECT count() AS stored, uniqExact(customer) AS customers, uniqExact(touchpoint) AS touchpoints,
      toUnixTimestamp64Milli(min(time)) AS from, toUnixTimestamp64Milli(max(time)) AS to FROM ${run.table}`,
  )
  const stored = totals?.stored ?? 0
  const files = await fileLedgers(run, stored === arrived.events)
  const rows = files.reduce(addLedgers, noRows)
  const refusedEvents = rows.refused
  const reasons = await run.driver.query<{ problem: number; rows: number; firstFile: string; firstLine: number }>(
    sql`SELECT problem, rows, f.name AS firstFile, ${lineOf('firstRow')} AS firstLine FROM
      (SELECT problem, count() AS rows, min((file, row)).1 AS firstFileIndex, min((file, row)).2 AS firstRow FROM refused WHERE ${scope} GROUP BY problem) AS r
      INNER JOIN (SELECT * FROM import_files WHERE ${scope}) AS f ON f.file = r.firstFileIndex ORDER BY rows DESC, problem`,
  )
  return {
    number,
    source,
    rows,
    events: { made: arrived.events + refusedEvents, stored, refused: refusedEvents, duplicates: arrived.events - stored },
    files,
    reasons: reasons.map(({ problem, ...rest }): RefusalCount => ({ ...rest, ...(problems[problem] ?? problems[0]) })),
    customers: totals?.customers ?? 0,
    touchpoints: totals?.touchpoints ?? 0,
    from: stored > 0 ? totals!.from : null,
    to: stored > 0 ? totals!.to : null,
  }
}

async function fileLedgers(run: ImportRun, noDuplicates: boolean): Promise<ImportReport['files']> {
  const { workspace, number } = run.input
  const scope = sql`workspace = ${int(workspace)} AND import = ${int(number)}`
  const single = run.rules.length === fileOrder(run.input).length && run.rules.every((planned) => planned.oneEventARow)
  const counts = await countRowsByFile(run, scope)
  const made = single || noDuplicates ? undefined : await rowsMade(run)
  return Promise.all(
    fileOrder(run.input).map(async (alias, file) => {
      const planned = run.rules.find((each) => each.rule.from === alias)
      const name = run.input.files[alias]!.name
      if (!planned) return { name, lookup: true, ...noRows }
      const read = await planned.size.rows()
      const { stored = 0, refused = 0 } = counts.find((count) => count.file === file) ?? {}
      const unused = single ? 0 : made ? read - (made.get(file) ?? 0) : read - stored - refused
      return { name, lookup: false, read, stored, refused, duplicates: read - stored - refused - unused, unused }
    }),
  )
}

/**
 * Rows stored and refused by file; a row of which one event is refused counts as refused. Where a row makes one event at most, events are
 * counted; else distinct rows, in a bitmap, which stays small for a hundred million of them.
 */
async function countRowsByFile({ driver, rules, table }: ImportRun, scope: Sql): Promise<readonly FileCounts[]> {
  const many = rules.filter((planned) => planned.rule.each !== undefined || planned.firstPart > 0).map((planned) => planned.file)
  const wide = unsafeSql(many.length === 0 ? 'false' : `file IN (${many.join(', ')})`)
  return driver.query<FileCounts>(
    sql`SELECT file, sum(stored) AS stored, sum(refused) AS refused FROM (
      SELECT file, count() AS stored, 0 AS refused FROM ${table} WHERE NOT (${wide}) GROUP BY file
      UNION ALL SELECT file, groupBitmap(row), 0 FROM ${table} WHERE ${wide} AND (file, row) NOT IN (SELECT file, row FROM refused WHERE ${scope}) GROUP BY file
      UNION ALL SELECT file, 0, groupBitmap(row) FROM refused WHERE ${scope} GROUP BY file
    ) GROUP BY file`,
  )
}

/** Rows of each file of which the recipe makes at least one event; only asked when duplicates were taken away. */
async function rowsMade(run: ImportRun): Promise<Map<number, number>> {
  const made = new Map<number, number>()
  for (const file of new Set(run.rules.map((planned) => planned.file))) {
    const selects = run.rules.filter((planned) => planned.file === file)
    const union = selects.map((planned) => sql`SELECT row FROM (${planned.events.select})`)
    const unreadable = selects[0]!.events.unreadable
    if (unreadable) union.push(sql`SELECT row FROM (${unreadable})`)
    const all = union.reduce((sum, part) => sql`${sum} UNION ALL ${part}`)
    const [count] = await run.driver.query<{ n: number }>(sql`SELECT uniqExact(row) AS n FROM (${all})`, {
      settings: selects[0]!.events.settings,
    })
    made.set(file, count?.n ?? 0)
  }
  return made
}

const noRows: RowLedger = { read: 0, stored: 0, refused: 0, duplicates: 0, unused: 0 }

const addLedgers = (sum: RowLedger, next: RowLedger): RowLedger => ({
  read: sum.read + next.read,
  stored: sum.stored + next.stored,
  refused: sum.refused + next.refused,
  duplicates: sum.duplicates + next.duplicates,
  unused: sum.unused + next.unused,
})
