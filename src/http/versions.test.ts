import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wend } from '../app/wend.ts'
import { keepDueVersions } from '../app/version-keeper.ts'
import { saveMap } from '../app/maps.ts'
import { localOwner } from '../app/actor.ts'
import type { MapRecord } from '../contract/maps.ts'
import type { Person } from '../contract/people.ts'
import type { RouteName } from '../contract/routes.ts'
import type { Comparison, Restored, VersionLine, VersionList, VersionRecord } from '../contract/versions.ts'
import { serverForTests, type AskedParts, type TestServer } from './server-for-tests.ts'

type JourneyMap = Parameters<Wend['state']['maps']['add']>[1]['map']
const noEvents = { sources: async () => [], close: async () => undefined } as unknown as Wend['events']
const minute = 60_000
const sample = {
  format: 'wend-map/1',
  title: 'Trial',
  summary: '',
  kind: 'as-is',
  personas: [],
  stages: [
    { id: 's1', name: 'Find', purpose: '', rule: '', steps: [{ id: 't1', name: 'Search', touchpoints: [] }] },
    { id: 's2', name: 'Sign up', purpose: '', rule: '', steps: [{ id: 't2', name: 'Form', touchpoints: [] }] },
  ],
  lanes: [{ id: 'l1', kind: 'actions', name: 'Actions', hint: '' }],
  cards: [
    {
      id: 'c1',
      lane: 'l1',
      stage: 's2',
      step: 't2',
      body: { kind: 'text', text: 'Waits three days' },
      evidence: [],
      standing: { kind: 'assumed' },
    },
    {
      id: 'c2',
      lane: 'l1',
      stage: 's1',
      step: 't1',
      body: { kind: 'text', text: 'Looks around' },
      evidence: [],
      standing: { kind: 'assumed' },
    },
  ],
} as unknown as JourneyMap

let app: TestServer
let clock = 1_800_000_000_000
let ids = 0
let ada: number
let bo: number
let eve: number
beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => noEvents, world: { now: () => clock, newId: () => `id-${(ids += 1)}` } })
  ada = await person('Ada Moss', 'editor')
  bo = await person('Bo Lind', 'editor')
  eve = await person('Eve Ray', 'commenter')
})
afterAll(() => app.close())

const person = (name: string, role: Person['role']): Promise<number> => app.addPerson(name, role)
const newMap = async (): Promise<string> => (await saveMap(localOwner, app.wend, sample)).id

/** Asks as a person; the answer in its own shape, or the code of the refusal. */
const as = <T>(who: number, name: RouteName, parts: AskedParts = {}): Promise<T> => app.as<T>(who, name, parts)
const versions = async (id: string) => (await as<VersionList>(1, 'listVersions', { params: { id } })).rows
const keep = (who: number, id: string, name: string) => as<VersionLine>(who, 'nameVersion', { params: { id }, body: { name } })
const rename = (who: number, id: string, title: string) => as(who, 'renameMap', { params: { id }, body: { title } })
const mapNow = async (id: string) => (await as<MapRecord>(1, 'getMap', { params: { id } })).map
const edit = async (id: string, run: Parameters<typeof app.wend.live.change<void>>[3]) => {
  clock += minute
  await app.wend.live.change(1, id, 'Bo Lind', run)
}
const compare = (id: string, query: Record<string, string>) => as<Comparison>(1, 'compareVersions', { params: { id }, query })

describe('versions of a map', () => {
  test('begin with the map as it was made', async () => {
    const id = await newMap()
    const [first, ...rest] = await versions(id)
    expect(rest).toEqual([])
    expect(first).toMatchObject({ kind: 'automatic', number: 1, by: 'Owner', authors: [] })
    const record = await as<VersionRecord>(eve, 'getVersion', { params: { id, version: first?.id ?? '' } })
    expect(record.map).toEqual(await mapNow(id))
  })

  test('are kept when a changed map has been quiet for five minutes, with who changed it', async () => {
    const id = await newMap()
    clock += minute
    await rename(ada, id, 'Trial one')
    clock += 1000
    await rename(bo, id, 'Trial two')
    clock += 4 * minute
    await keepDueVersions(app.wend)
    expect(await versions(id)).toHaveLength(1)
    clock += 2 * minute
    await keepDueVersions(app.wend)
    await keepDueVersions(app.wend)
    const [newest, ...rest] = await versions(id)
    expect(rest).toHaveLength(1)
    expect(newest).toMatchObject({ kind: 'automatic', by: 'Bo Lind', authors: ['Ada Moss', 'Bo Lind'] })
    expect((await as<VersionRecord>(1, 'getVersion', { params: { id, version: newest?.id ?? '' } })).map.title).toBe('Trial two')
    expect(app.logged).toEqual([])
  })

  test('are kept while people go on editing, every half hour', async () => {
    const id = await newMap()
    for (let at = 0; at <= 66; at += 3) {
      clock += 3 * minute
      await rename(ada, id, `Trial after ${at} minutes`)
      await keepDueVersions(app.wend)
    }
    expect((await versions(id)).map((version) => version.kind)).toEqual(['automatic', 'automatic', 'automatic'])
  })

  test('are named by editors, renamed, and deleted by who named them or an owner', async () => {
    const id = await newMap()
    expect(await keep(eve, id, 'Mine')).toBe('not_allowed')
    expect(await keep(ada, id, ' ')).toBe('bad_request')
    const named = await keep(ada, id, 'Before the workshop')
    expect(named).toMatchObject({ kind: 'named', name: 'Before the workshop', by: 'Ada Moss' })
    const params = { id, version: named.id }
    expect(await as(bo, 'deleteVersion', { params })).toBe('not_your_version')
    expect(await as(bo, 'renameVersion', { params, body: { name: 'Workshop' } })).toMatchObject({ name: 'Workshop', by: 'Ada Moss' })
    expect(await as(1, 'deleteVersion', { params })).toBeUndefined()
    expect(await as(ada, 'getVersion', { params })).toBe('version_not_found')
    expect(await as(1, 'listVersions', { params: { id: 'nowhere' } })).toBe('map_not_found')
  })

  test('are compared with each other and with now, in words', async () => {
    const id = await newMap()
    const first = (await versions(id))[0]?.id ?? ''
    expect(await compare(id, { from: first })).toMatchObject({ to: null, total: 0, rows: [] })
    await rename(ada, id, 'A better trial')
    const changed = await compare(id, { from: first })
    expect(changed.stages).toEqual([
      { id: 's1', name: 'Find', gone: false },
      { id: 's2', name: 'Sign up', gone: false },
    ])
    expect(changed.rows).toMatchObject([
      { kind: 'renamed', what: 'map', sentence: 'Map renamed to “A better trial”', before: 'Trial', after: 'A better trial' },
    ])
    const named = await keep(ada, id, 'Better')
    expect((await compare(id, { from: first, to: named.id })).rows).toEqual(changed.rows)
    expect((await compare(id, { from: named.id, to: first })).rows).toMatchObject([{ before: 'A better trial', after: 'Trial' }])
    expect(await compare(id, { from: 'nothing' })).toBe('version_not_found')
    expect((await compare(id, { from: first, limit: '1', offset: '1' })).rows).toEqual([])
  })

  test('are restored exactly, and the restore is undone by restoring what it replaced', async () => {
    const id = await newMap()
    const first = (await versions(id))[0]?.id ?? ''
    const original = await mapNow(id)
    await edit(id, (doc) => {
      const entry = (root: string, of: string) => doc.getMap<{ set(key: string, value: unknown): void }>(root).get(of)
      entry('stages', 's1')?.set('gone', true)
      entry('steps', 't2')?.set('name', 'Form, in two parts')
      doc.getMap('about').set('kind', 'to-be')
    })
    const edited = await mapNow(id)
    expect(edited).not.toEqual(original)
    expect(await as(eve, 'restoreVersion', { params: { id, version: first } })).toBe('not_allowed')
    const restored = await as<Restored>(ada, 'restoreVersion', { params: { id, version: first } })
    expect(restored.before).toMatchObject({ kind: 'before-restore', by: 'Ada Moss', authors: ['Bo Lind'] })
    expect(await mapNow(id)).toEqual(original)
    expect((await compare(id, { from: first })).rows).toEqual([])
    await as(ada, 'restoreVersion', { params: { id, version: restored.before.id } })
    expect(await mapNow(id)).toEqual(edited)
    expect((await versions(id)).map((version) => version.kind)).toEqual(['before-restore', 'before-restore', 'automatic'])
  })
})
