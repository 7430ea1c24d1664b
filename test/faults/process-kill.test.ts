import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../src/events/engine/sql.ts'
import { openEventStore } from '../../src/events/open-event-store.ts'
import { wholeCustomer } from '../../src/journey/definition.ts'
import { batchCsv, seeded } from './seeded.ts'

// The whole Wend process is killed with SIGKILL at seeded moments while it imports one batch after another.
const rounds = 20
const batches = 200
const rows = 5000

let folder: string
let directory: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wend-kill-'))
  directory = join(folder, 'data')
  await Promise.all(Array.from({ length: batches }, (_, batch) => writeFile(join(folder, `batch-${batch}.csv`), batchCsv(batch, rows))))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Batch {
  readonly batch: number
  readonly stored: number
  readonly duplicates: number
}

/** Runs the process until it is killed `delay` ms after its store is open; returns what it acknowledged, in order. */
async function runAndKill(first: number, firstNumber: number, delay: number): Promise<readonly Batch[]> {
  const script = join(import.meta.dirname, 'importing-process.ts')
  const child = spawn(process.execPath, [script, directory, folder, String(first), String(batches - 1), String(firstNumber)])
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()))
  const acknowledged: Batch[] = []
  let opened = false
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'opened') {
      opened = true
      void after(delay).then(() => child.kill('SIGKILL'))
    }
    const [, batch, stored, duplicates] = /^acknowledged (\d+) (\d+) (\d+)$/.exec(line) ?? []
    if (batch !== undefined) acknowledged.push({ batch: Number(batch), stored: Number(stored), duplicates: Number(duplicates) })
  }
  await ended
  expect(opened, said).toBe(true)
  return acknowledged
}

test('every event acknowledged before a kill of the whole process is there exactly once, and importing again heals', async () => {
  const random = seeded(3)
  let next = 0
  let number = 1
  let lost = 0
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await runAndKill(next, number, 200 + random() * 1200)
    for (const { stored, duplicates } of acknowledged) expect(stored + duplicates).toBe(rows)
    // Only the batch in flight may have been there already when it was imported again.
    for (const { duplicates } of acknowledged.slice(1)) expect(duplicates).toBe(0)
    next += acknowledged.length
    number += acknowledged.length + 1
  }
  expect(next).toBeGreaterThan(rounds)
  const store = await openEventStore({ directory })
  const { signal } = new AbortController()
  try {
    const found = await store.driver.query<{ batch: string; events: number; moments: number }>(
      sql`SELECT substring(customer_id, 2, position(customer_id, '-') - 2) AS batch, count() AS events, uniqExact(customer_id, time) AS moments FROM events GROUP BY batch`,
    )
    const events = new Map(found.map((row) => [Number(row.batch), row]))
    for (let batch = 0; batch < next; batch++) {
      if (events.get(batch)?.events !== rows) lost++
      expect(events.get(batch), `batch ${batch}`).toMatchObject({ events: rows, moments: rows })
    }
    // What was not acknowledged is absent, or, where only the acknowledgement was lost, whole.
    for (const [batch, row] of events) if (batch >= next) expect(row).toMatchObject({ events: rows, moments: rows })
    const left = await store.driver.query(
      sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND (name LIKE 'incoming%' OR name LIKE 'building%')`,
    )
    expect(left).toEqual([])
    const { rows: answer } = await store.ask(1, wholeCustomer, { question: 'overview' }, signal)
    expect(answer[0]).toMatchObject({ events: events.size * rows, journeys: (events.size * rows) / 100 })
  } finally {
    await store.close()
  }
  console.log(`process killed ${rounds} times: ${next} batches of ${rows} events acknowledged, ${lost} lost, 0 doubled`)
})

test('a second process on the same data directory is refused clearly, and the first goes on', async () => {
  const options = { directory: join(folder, 'shared') }
  const first = await openEventStore(options)
  try {
    await expect(openEventStore(options)).rejects.toMatchObject({
      code: 'data_directory_in_use',
      message: expect.stringContaining(options.directory),
    })
    expect(await first.sources(1)).toEqual([])
  } finally {
    await first.close()
  }
  const again = await openEventStore(options)
  await again.close()
})
