import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wholeCustomer } from '../journey/definition.ts'
import { emptyMap } from '../../test/fixtures/empty-map.ts'
import { stateDrivers, type TestDatabase } from '../../test/fixtures/state-drivers.ts'
import { openStateStore } from './open-state-store.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { StateStore, StoredJob } from './state-store.ts'

const page = { limit: 10, offset: 0 }
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

describe.each(stateDrivers)('the state store on $name', ({ empty }) => {
  let database: TestDatabase
  let store: StateStore
  beforeEach(async () => {
    database = await empty()
    store = await openStateStore(database.dialect())
  })
  afterEach(async () => {
    await store.close()
    await database.remove()
  })
  const reopen = async () => {
    await store.close()
    store = await openStateStore(database.dialect())
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
    await store.maps.add(1, { id: 'a', map: emptyMap('First'), at: 1, by: 'Ada' })
    await store.maps.add(1, { id: 'b', map: emptyMap('Second'), at: 2, by: 'Ada' })
    expect((await store.maps.list(1, page)).rows.map((row) => row.id)).toEqual(['b', 'a'])
    const line = await store.maps.replace(1, { id: 'a', map: emptyMap('Renamed'), at: 3, by: 'Bo' })
    expect(line).toMatchObject({ title: 'Renamed', createdBy: 'Ada', changedBy: 'Bo', createdAt: 1, changedAt: 3, hash: null })
    expect((await store.maps.list(1, page)).rows.map((row) => row.id)).toEqual(['a', 'b'])
    expect((await store.maps.get(1, 'a'))?.map).toEqual(emptyMap('Renamed'))
    expect(await store.maps.get(2, 'a')).toBeUndefined()
    expect(await store.maps.replace(2, { id: 'a', map: emptyMap('Stolen'), at: 4, by: 'Eve' })).toBeUndefined()
    expect(await store.maps.remove(2, { id: 'a', at: 5, by: 'Eve' })).toBe(false)
    expect(await store.maps.remove(1, { id: 'a', at: 5, by: 'Ada' })).toBe(true)
  })

  test('hides a deleted map until it is restored', async () => {
    await store.maps.add(1, { id: 'a', map: emptyMap('First'), at: 1, by: 'Ada' })
    await store.maps.remove(1, { id: 'a', at: 5, by: 'Bo' })
    expect(await store.maps.remove(1, { id: 'a', at: 6, by: 'Bo' })).toBe(false)
    expect(await store.maps.get(1, 'a')).toBeUndefined()
    expect(await store.maps.replace(1, { id: 'a', map: emptyMap('Late'), at: 6, by: 'Bo' })).toBeUndefined()
    expect((await store.maps.list(1, page)).total).toBe(0)
    expect(await store.maps.listDeleted(1, page)).toMatchObject({ total: 1, rows: [{ id: 'a', deletedAt: 5, deletedBy: 'Bo' }] })
    expect((await store.maps.listDeleted(2, page)).total).toBe(0)
    expect(await store.maps.restore(2, 'a')).toBeUndefined()
    expect(await store.maps.restore(1, 'a')).toMatchObject({ id: 'a', title: 'First' })
    expect(await store.maps.restore(1, 'a')).toBeUndefined()
    expect((await store.maps.get(1, 'a'))?.map.title).toBe('First')
  })

  describe('the log of a map', () => {
    const update = (number: number, more: object = {}) => ({
      workspace: 1,
      map: 'a',
      number,
      at: 100 + number,
      by: 'Ada',
      data: Uint8Array.of(number, 0, 255),
      touched: { cards: [`c${number}`] },
      ...more,
    })

    test('keeps updates in order, and only the first first state', async () => {
      expect(await store.mapLog.load(1, 'a')).toBeUndefined()
      await store.mapLog.start(1, 'a', Uint8Array.of(7))
      await store.mapLog.start(1, 'a', Uint8Array.of(8))
      expect(await store.mapLog.load(1, 'a')).toEqual({ state: Uint8Array.of(7), updates: [], number: 0, at: null, by: null })
      await store.mapLog.append([update(1), update(2), update(1, { map: 'b' }), update(1, { workspace: 2 })])
      await reopen()
      expect(await store.mapLog.load(1, 'a')).toEqual({
        state: Uint8Array.of(7),
        updates: [Uint8Array.of(1, 0, 255), Uint8Array.of(2, 0, 255)],
        number: 2,
        at: 102,
        by: 'Ada',
      })
      expect(await store.mapLog.last(1, 'a')).toBe(2)
      expect(await store.mapLog.last(3, 'a')).toBe(0)
    })

    test('takes all updates of one append or none', async () => {
      await store.mapLog.append([update(1)])
      await expect(store.mapLog.append([update(2), update(1)])).rejects.toThrow(/unique/i)
      expect(await store.mapLog.last(1, 'a')).toBe(1)
    })

    test('is merged without losing an update or who made it', async () => {
      await store.mapLog.start(1, 'a', Uint8Array.of(7))
      await store.mapLog.append([update(1), update(2), update(3)])
      await store.mapLog.compact(1, 'a', { state: Uint8Array.of(9), number: 2 })
      // One that comes late must not undo it.
      await store.mapLog.compact(1, 'a', { state: Uint8Array.of(8), number: 1 })
      expect(await store.mapLog.load(1, 'a')).toMatchObject({ state: Uint8Array.of(9), updates: [Uint8Array.of(3, 0, 255)], number: 3 })
      expect(await store.mapLog.activity(1, 'a', { limit: 2, offset: 1 })).toEqual({
        total: 3,
        rows: [
          { number: 2, at: 102, by: 'Ada', touched: { cards: ['c2'] } },
          { number: 1, at: 101, by: 'Ada', touched: { cards: ['c1'] } },
        ],
      })
    })

    test('tells which copies are behind', async () => {
      await store.maps.add(1, { id: 'a', map: emptyMap('First'), at: 1, by: 'Ada' })
      await store.maps.add(1, { id: 'b', map: emptyMap('Second'), at: 1, by: 'Ada' })
      await store.mapLog.append([update(1), update(2)])
      expect(await store.mapLog.behind()).toEqual([{ workspace: 1, map: 'a' }])
      await store.maps.replace(1, { id: 'a', map: emptyMap('First'), at: 2, by: 'Ada', number: 2 })
      expect(await store.mapLog.behind()).toEqual([])
      expect((await store.maps.get(1, 'a'))?.number).toBe(2)
    })
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

  test('adds people under numbers that nobody had, keeps names apart and never loses the last owner', async () => {
    await store.workspaces.ensure({ id: 1, name: 'First' }, { id: 1, name: 'Owner', role: 'owner' }, 1)
    const bo = await store.people.add(1, { name: 'Bo', role: 'viewer' })
    await expect(store.people.add(1, { name: 'Bo', role: 'editor' })).rejects.toMatchObject({ code: 'person_taken' })
    await expect(store.people.put(1, { ...bo, name: 'Owner' })).rejects.toMatchObject({ code: 'person_taken' })
    await expect(store.people.put(1, { id: 1, name: 'Owner', role: 'viewer' })).rejects.toMatchObject({ code: 'last_owner' })
    expect(await store.people.put(1, { ...bo, id: 99 })).toBe(false)
    expect(await store.people.put(1, { ...bo, name: 'Bo Lind' })).toBe(true)
    const eve = await store.people.add(2, { name: 'Eve', role: 'owner' })
    await reopen()
    expect(await store.people.list(1, page)).toEqual({
      total: 2,
      rows: [
        { id: 1, name: 'Owner', role: 'owner' },
        { id: bo.id, name: 'Bo Lind', role: 'viewer' },
      ],
    })
    expect(eve.id).toBeGreaterThan(bo.id)
    expect(await store.people.get(1, eve.id)).toBeUndefined()
    expect((await store.people.firstOwner(1))?.id).toBe(1)
  })

  test('keeps texts of every kind, and lists in the order of their characters', async () => {
    const names = ['Zebra', 'apple', 'Éclair', '日本', '😀 "quoted" \\ \n', "it's; drop table maps --"]
    for (const [index, name] of names.entries())
      await store.definitions.put(1, { id: `d${index}`, definition: { ...wholeCustomer, name }, changedAt: 1, changedBy: 'Ada' })
    const listed = (await store.definitions.list(1, page)).rows.map((row) => row.definition.name)
    expect(listed.toSorted()).toEqual(names.toSorted())
  })

  test('refuses tables that a newer Wend has written', async () => {
    await store.close()
    const db = new Kysely<{ migrations: { name: string; position: number } }>({ dialect: database.dialect() })
    await db.insertInto('migrations').values({ name: 'from-the-future', position: 99 }).execute()
    await db.destroy()
    await expect(openStateStore(database.dialect())).rejects.toMatchObject({ code: 'newer_version' })
    const again = new Kysely<{ migrations: { name: string } }>({ dialect: database.dialect() })
    await again.deleteFrom('migrations').where('name', '=', 'from-the-future').execute()
    await again.destroy()
    store = await openStateStore(database.dialect())
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

  test('says that the disk is full when there is no room, and keeps nothing of what did not fit', async () => {
    const db = new Kysely<{ t: { a: string } }>({ dialect: sqliteDialect(':memory:') })
    await db.schema.createTable('t').addColumn('a', 'text').execute()
    await sql`pragma max_page_count = 4`.execute(db)
    await expect(
      db
        .insertInto('t')
        .values({ a: 'x'.repeat(1_000_000) })
        .execute(),
    ).rejects.toMatchObject({ code: 'disk_full' })
    expect(await db.selectFrom('t').selectAll().execute()).toEqual([])
    await db.destroy()
  })
})
