import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql, unsafeSql } from '../../src/events/engine/sql.ts'
import { healImports } from '../../src/events/ingest/heal-imports.ts'
import { createEvents } from '../../src/events/schema.ts'
import { openStore, type OpenedStore } from '../real/opened-store.ts'
import { batchColumns, batchCsv } from './seeded.ts'

// What a kill leaves between the engine's two steps of a move: parts linked into `events`, not yet dropped from the import's own table.
const rows = 2000

let opened: OpenedStore
beforeAll(async () => {
  opened = await openStore()
  const path = join(opened.folder, 'batch.csv')
  await writeFile(path, batchCsv(0, rows))
  await opened.importPaths(1, [path], batchColumns)
})
afterAll(() => opened?.close())

test.each([
  ['all events were moved', 'false'],
  ['some events were moved', 'row % 3 = 0'],
  ['no event was moved', 'true'],
])('an import that was killed when %s is finished with each event once', async (_when, missing) => {
  const { driver } = opened.store
  await driver.command(createEvents('incoming_1_1'))
  await driver.command(sql`INSERT INTO incoming_1_1 SELECT * FROM events`)
  await driver.command(sql`ALTER TABLE events DELETE WHERE ${unsafeSql(missing)} SETTINGS mutations_sync = 2`)
  await healImports(driver)
  const [found] = await driver.query(sql`SELECT count() AS events, uniqExact(id) AS ids FROM events`)
  expect(found).toEqual({ events: rows, ids: rows })
  expect(await driver.query(sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'incoming%'`)).toEqual([])
})
