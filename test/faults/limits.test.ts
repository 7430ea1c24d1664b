import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql, unsafeSql } from '../../src/events/engine/sql.ts'
import { wholeCustomer } from '../../src/journey/definition.ts'
import { openStore, type OpenedStore } from '../real/opened-store.ts'
import { batchColumns, batchCsv } from './seeded.ts'

let opened: OpenedStore
beforeAll(async () => {
  opened = await openStore({ queryMemory: 300_000_000 })
  const path = join(opened.folder, 'batch.csv')
  await writeFile(path, batchCsv(0, 50_000))
  await opened.importPaths(1, [path], batchColumns)
})
afterAll(() => opened?.close())

const endless = sql`SELECT count() AS n FROM numbers(1000000000000) WHERE sipHash64(number) = 1`
const alive = async () => expect((await opened.ask(1, { question: 'overview' })).rows[0]!.events).toBe(50_000)

async function running(): Promise<number> {
  const [row] = await opened.store.driver.query<{ n: number }>(
    sql`SELECT count() AS n FROM system.processes WHERE query LIKE '%sipHash64(number) = 1%' AND query NOT LIKE '%system.processes%'`,
  )
  return row!.n
}

/** Asks until it holds; the test's own time limit ends a vain wait. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await after(20)
}

test('a query that needs more memory than it may use is refused clearly, and the engine lives', async () => {
  const pid = opened.store.enginePid
  const greedy = unsafeSql('SELECT length(groupArray(toString(number) || repeat(toString(rand()), 20))) AS n FROM numbers(50000000)')
  await expect(opened.store.driver.query(greedy)).rejects.toMatchObject({
    code: 'query_too_large',
    message: expect.stringContaining('Narrow the period'),
  })
  expect(opened.store.enginePid).toBe(pid)
  await alive()
})

test('a query that takes too long is stopped clearly, and the engine lives', async () => {
  const pid = opened.store.enginePid
  await expect(opened.store.driver.query(endless, { settings: { max_execution_time: 1 } })).rejects.toMatchObject({
    code: 'query_too_slow',
    message: expect.stringContaining('stopped'),
  })
  expect(opened.store.enginePid).toBe(pid)
  await alive()
})

test('cancelling really stops the query in the engine', async () => {
  const stop = new AbortController()
  const work = opened.store.driver.query(endless, { signal: stop.signal }).catch((error: unknown) => error)
  await until(async () => (await running()) === 1)
  stop.abort()
  expect(await work).toMatchObject({ name: 'AbortError' })
  await until(async () => (await running()) === 0)
  await alive()
})

test('a question that is cancelled before it starts is an abort', async () => {
  const stop = new AbortController()
  stop.abort()
  await expect(opened.store.ask(1, wholeCustomer, { question: 'variants' }, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  await alive()
})
