import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wholeCustomer } from '../journey/definition.ts'
import { mapFormat, type JourneyMap } from '../journey/map.ts'
import { openStateStore } from './open-state-store.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { StateStore, StoredJob } from './state-store.ts'

/** One line a database; the suite is the same for each. */
const drivers = [{ name: 'SQLite', dialect: (directory: string) => sqliteDialect(join(directory, 'state.sqlite')) }]

const page = { limit: 10, offset: 0 }
const map = (title: string): JourneyMap => ({
  format: mapFormat,
  title,
  summary: '',
  kind: 'as-is',
  personas: [],
  stages: [],
  lanes: [],
  cards: [],
})
const job = (id: string, more: Partial<StoredJob> = {}): StoredJob => ({
  id,
  kind: 'import',
  title: 'Import',
  by: 'Ada',
  state: 'queued',
  createdAt: 5,
  startedAt: null,
  endedAt: null,
  result: null,
  problem: null,
  ...more,
})

describe.each(drivers)('the state store on $name', ({ dialect }) => {
  let directory: string
  let store: StateStore
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'wend-state-'))
    store = await openStateStore(dialect(directory))
  })
  afterEach(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  const reopen = async () => {
    await store.close()
    store = await openStateStore(dialect(directory))
  }

  test('makes a workspace once and keeps its name', async () => {
    const owner = { id: 1, name: 'Owner', role: 'owner' }
    await store.workspaces.ensure({ id: 1, name: 'First' }, owner, 1)
    await store.workspaces.ensure({ id: 1, name: 'Second' }, owner, 2)
    expect(await store.workspaces.get(1)).toEqual({ id: 1, name: 'First' })
    expect(await store.workspaces.get(2)).toBeUndefined()
  })

  test('keeps definitions, refuses a taken name and shows none to another workspace', async () => {
    const put = (id: string, name: string, workspace = 1) =>
      store.definitions.put(workspace, { id, definition: { ...wholeCustomer, name }, changedAt: 7, changedBy: 'Ada' })
    await put('a', 'Buying')
    await put('b', 'Service')
    await expect(put('c', 'Buying')).rejects.toMatchObject({ code: 'name_taken' })
    await expect(put('b', 'Buying')).rejects.toMatchObject({ code: 'name_taken' })
    await put('a', 'Buying')
    await put('x', 'Buying', 2)
    await reopen()
    const list = await store.definitions.list(1, page)
    expect(list.total).toBe(2)
    expect(list.rows.map((row) => row.definition.name)).toEqual(['Buying', 'Service'])
    expect(await store.definitions.get(2, 'a')).toBeUndefined()
    expect(await store.definitions.remove(2, 'a')).toBe(false)
    expect(await store.definitions.remove(1, 'a')).toBe(true)
    expect(await store.definitions.get(1, 'a')).toBeUndefined()
  })

  test('gives import numbers in order, none twice, also when asked at once and after reopening', async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, () => store.imports.nextNumber()))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    await reopen()
    expect(await store.imports.nextNumber()).toBe(21)
  })

  test('lists imports newest first, with pages', async () => {
    for (const number of [1, 2, 3]) {
      await store.imports.add(1, {
        number,
        source: 'CRM',
        recipe: 'wend: recipe/1',
        report: { number },
        at: 1_700_000_000_000 + number,
        by: 'Ada',
        replays: number === 3 ? 1 : null,
      })
    }
    const list = await store.imports.list(1, { limit: 2, offset: 1 })
    expect(list.total).toBe(3)
    expect(list.rows.map((row) => row.number)).toEqual([2, 1])
    expect(await store.imports.get(1, 3)).toMatchObject({ replays: 1, at: 1_700_000_000_003, report: { number: 3 } })
    expect(await store.imports.get(2, 3)).toBeUndefined()
  })

  test('marks jobs that a stopped process left behind as interrupted, and only those', async () => {
    await store.jobs.add(1, job('queued'))
    await store.jobs.add(1, job('running'))
    await store.jobs.add(1, job('done'))
    await store.jobs.update(1, job('running', { state: 'running', startedAt: 6 }))
    await store.jobs.update(1, job('done', { state: 'done', startedAt: 6, endedAt: 7, result: { import: 1 } }))
    await reopen()
    expect(await store.jobs.interruptAll(9, { code: 'interrupted' })).toBe(2)
    expect((await store.jobs.list(1, page)).rows.map((row) => [row.id, row.state])).toEqual([
      ['done', 'done'],
      ['running', 'interrupted'],
      ['queued', 'interrupted'],
    ])
    expect(await store.jobs.get(1, 'running')).toMatchObject({ startedAt: 6, endedAt: 9, problem: { code: 'interrupted' } })
    expect(await store.jobs.get(2, 'running')).toBeUndefined()
  })

  test('forgets ended jobs beyond the newest and never one that runs', async () => {
    await store.jobs.add(1, job('running', { state: 'running' }))
    for (const id of ['a', 'b', 'c']) await store.jobs.add(1, job(id, { state: 'done', endedAt: 7 }))
    await store.jobs.forgetOld(1, 2)
    expect((await store.jobs.list(1, page)).rows.map((row) => row.id)).toEqual(['c', 'b', 'running'])
  })

  test('keeps maps, lists the last changed first and hides them from other workspaces', async () => {
    await store.maps.add(1, { id: 'a', map: map('First'), at: 1, by: 'Ada' })
    await store.maps.add(1, { id: 'b', map: map('Second'), at: 2, by: 'Ada' })
    expect((await store.maps.list(1, page)).rows.map((row) => row.id)).toEqual(['b', 'a'])
    const line = await store.maps.replace(1, { id: 'a', map: map('Renamed'), at: 3, by: 'Bo' })
    expect(line).toMatchObject({ title: 'Renamed', createdBy: 'Ada', changedBy: 'Bo', createdAt: 1, changedAt: 3, hash: null })
    expect((await store.maps.list(1, page)).rows.map((row) => row.id)).toEqual(['a', 'b'])
    expect((await store.maps.get(1, 'a'))?.map).toEqual(map('Renamed'))
    expect(await store.maps.get(2, 'a')).toBeUndefined()
    expect(await store.maps.replace(2, { id: 'a', map: map('Stolen'), at: 4, by: 'Eve' })).toBeUndefined()
    expect(await store.maps.remove(2, 'a')).toBe(false)
    expect(await store.maps.remove(1, 'a')).toBe(true)
  })

  test('keeps uploads until they are removed, and finds the old ones', async () => {
    await store.uploads.add(1, { id: 'u', name: 'a.csv', bytes: 5_000_000_000, at: 10, by: 'Ada' })
    expect(await store.uploads.get(1, 'u')).toEqual({ id: 'u', name: 'a.csv', bytes: 5_000_000_000, at: 10, by: 'Ada' })
    expect(await store.uploads.olderThan(10)).toEqual([])
    expect(await store.uploads.olderThan(11)).toEqual([{ workspace: 1, id: 'u' }])
    expect([await store.uploads.has('u'), await store.uploads.has('v')]).toEqual([true, false])
    await store.uploads.remove(2, 'u')
    expect(await store.uploads.get(1, 'u')).toBeDefined()
    await store.uploads.remove(1, 'u')
    expect(await store.uploads.get(1, 'u')).toBeUndefined()
  })

  test('refuses tables that a newer Wend has written', async () => {
    await store.close()
    const db = new Kysely<{ migrations: { name: string; position: number } }>({ dialect: dialect(directory) })
    await db.insertInto('migrations').values({ name: 'from-the-future', position: 99 }).execute()
    await db.destroy()
    await expect(openStateStore(dialect(directory))).rejects.toMatchObject({ code: 'newer_version' })
    const again = new Kysely<{ migrations: { name: string } }>({ dialect: dialect(directory) })
    await again.deleteFrom('migrations').where('name', '=', 'from-the-future').execute()
    await again.destroy()
    store = await openStateStore(dialect(directory))
  })
})

describe('SQLite', () => {
  test('writes ahead, syncs fully and takes the write lock at the start of a transaction', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'wend-sqlite-'))
    const path = join(directory, 'state.sqlite')
    const [one, two] = [new Kysely<unknown>({ dialect: sqliteDialect(path) }), new Kysely<unknown>({ dialect: sqliteDialect(path) })]
    expect((await sql<{ journal_mode: string }>`pragma journal_mode`.execute(one)).rows).toEqual([{ journal_mode: 'wal' }])
    expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(one)).rows).toEqual([{ synchronous: 2 }])
    await sql`pragma busy_timeout = 0`.execute(two)
    await one.transaction().execute(async () => {
      // With a plain begin this second transaction would open and only fail, or lose its snapshot, at its first write.
      await expect(two.transaction().execute(async () => 'opened')).rejects.toThrow(/locked/)
    })
    await Promise.all([one.destroy(), two.destroy()])
    await rm(directory, { recursive: true })
  })
})
