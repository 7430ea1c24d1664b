import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareFile } from '../../src/events/ingest/prepare-file.ts'
import { openEventStore, type EmbeddedEventStore } from '../../src/events/open-event-store.ts'
import { wholeCustomer } from '../../src/journey/definition.ts'
import { batchRecipe } from './batch-recipe.ts'
import { batchCsv } from './seeded.ts'

// A data directory on a small file system of its own, in memory. Mounting it needs root: `sudo npm test` where it fails.
const { signal } = new AbortController()
const rows = 20_000
let folder: string
let disk: string
let store: EmbeddedEventStore | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wend-full-'))
  disk = join(folder, 'disk')
  await mkdir(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk])
})
afterAll(async () => {
  await store?.close()
  execFileSync('umount', ['-l', disk])
  await rm(folder, { recursive: true, force: true })
})

async function importBatch(batch: number, number: number): Promise<number> {
  const path = join(folder, `batch-${batch}.csv`)
  await writeFile(path, batchCsv(batch, rows))
  const prepared = await prepareFile(path, `batch-${batch}.csv`, { workDir: folder, signal })
  if (!prepared.ok) throw new Error(prepared.error.message)
  const input = { workspace: 1, number, source: 'proof', recipe: batchRecipe, files: { events: prepared.value } }
  return (await store!.importFiles(input, () => undefined, signal)).rows.stored
}

const eventsNow = async () => (await store!.ask(1, wholeCustomer, { question: 'overview' }, signal)).rows[0]!.events

test('a full disk is told clearly, nothing acknowledged is lost, and imports go on when space returns', async () => {
  store = await openEventStore({ directory: join(disk, 'data') })
  expect(await importBatch(0, 1)).toBe(rows)
  const before = await eventsNow()
  const ballast = join(disk, 'ballast')
  execFileSync('sh', ['-c', 'dd if=/dev/zero of="$1" bs=64k 2>/dev/null || true', 'sh', ballast])
  const pid = store.enginePid
  await expect(importBatch(1, 2)).rejects.toMatchObject({ code: 'disk_full', message: expect.stringContaining('Free some space') })
  expect(store.enginePid).toBe(pid)
  expect(await eventsNow()).toBe(before)
  await rm(ballast)
  expect(await importBatch(1, 3)).toBe(rows)
  expect(await eventsNow()).toBe(before + rows)
  await store.close()
  store = await openEventStore({ directory: join(disk, 'data') })
  expect(await eventsNow()).toBe(before + rows)
})
