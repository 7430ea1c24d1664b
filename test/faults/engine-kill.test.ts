import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { int, sql } from '../../src/events/engine/sql.ts'
import { openStore, type OpenedStore } from '../real/opened-store.ts'
import { batchColumns, batchCsv, seeded } from './seeded.ts'

// The engine process is killed with SIGKILL at seeded moments. The ledger below, not the store, knows what was acknowledged.
const rounds = 20
const rows = 60_000

let opened: OpenedStore
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

async function killAfter(milliseconds: number): Promise<void> {
  await after(milliseconds)
  const pid = opened.store.enginePid
  if (pid === undefined) return
  process.kill(pid, 'SIGKILL')
  // A request that is sent before the death is noticed counts as one in flight.
  while (opened.store.enginePid === pid) await after(1)
}

async function storedOf(number: number): Promise<number> {
  const [row] = await opened.store.driver.query<{ n: number }>(sql`SELECT count() AS n FROM events WHERE import = ${int(number)}`)
  return row!.n
}

async function leftovers(): Promise<readonly unknown[]> {
  return opened.store.driver.query(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND (name LIKE 'incoming%' OR name LIKE 'building%')`,
  )
}

test('an import is complete or absent when the engine is killed at any moment of it, and doing it again heals', async () => {
  const random = seeded(7)
  const ledger = { acknowledged: 0, stopped: 0 }
  for (let round = 0; round < rounds; round++) {
    const path = join(opened.folder, `batch-${round}.csv`)
    await writeFile(path, batchCsv(round, rows))
    const input = await opened.input(1, [path], batchColumns)
    const work = opened.importInput(input).then(
      (report) => report.rows.stored,
      (error: unknown) => error,
    )
    const kill = killAfter(random() * 400)
    const [outcome] = await Promise.all([work, kill])
    if (typeof outcome === 'number') {
      ledger.acknowledged++
      expect(await storedOf(input.number), `round ${round} was acknowledged`).toBe(rows)
    } else {
      ledger.stopped++
      expect(outcome, `round ${round}`).toMatchObject({ code: 'engine_stopped' })
      expect(await storedOf(input.number), `round ${round} was not acknowledged`).toBe(0)
    }
    const again = await opened.importPaths(1, [path], batchColumns)
    expect(again.rows).toMatchObject({ read: rows, refused: 0, stored: typeof outcome === 'number' ? 0 : rows })
  }
  const [overview] = (await opened.ask(1, { question: 'overview' })).rows
  expect(overview).toMatchObject({ events: rounds * rows, customers: (rounds * rows) / 100, journeys: (rounds * rows) / 100 })
  expect(await leftovers()).toEqual([])
  // Both must have happened, or the moments were badly chosen.
  expect(ledger.acknowledged + ledger.stopped).toBe(rounds)
  expect(ledger.stopped).toBeGreaterThan(0)
  console.log(`engine killed ${rounds} times during imports: ${ledger.acknowledged} acknowledged, ${ledger.stopped} stopped, 0 lost`)
})

test('a question in flight gets a clear error or the right answer, and the next one the right answer', async () => {
  const random = seeded(11)
  const question = { question: 'transitions', groupBy: 'none', limit: 5 } as const
  const right = await opened.ask(1, question)
  let stopped = 0
  for (let round = 0; round < rounds; round++) {
    const work = opened.ask(1, question).then(
      (answer) => answer,
      (error: unknown) => error,
    )
    const [outcome] = await Promise.all([work, killAfter(random() * 120)])
    if (outcome instanceof Error) {
      stopped++
      expect(outcome).toMatchObject({ code: 'engine_stopped', message: expect.stringContaining('ask again') })
    } else expect(outcome).toEqual(right)
    expect(await opened.ask(1, question)).toEqual(right)
  }
  expect(stopped).toBeGreaterThan(0)
  console.log(`engine killed ${rounds} times during questions: ${stopped} told to ask again`)
})
