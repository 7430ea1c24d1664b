import { afterAll, beforeAll, expect, test } from 'vitest'
import { editDocument } from '../../test/fixtures/edit-document.ts'
import { startPostgres, type TestPostgres } from '../../test/fixtures/postgres.ts'
import { localOwner } from '../app/actor.ts'
import { openWend } from '../app/open-wend.ts'
import { realWorld } from '../app/real-world.ts'
import type { Activity } from '../contract/activity.ts'
import type { Asset } from '../contract/assets.ts'
import type { Inbox, Thread, ThreadList } from '../contract/comments.ts'
import type { MapRecord, MapSummary } from '../contract/maps.ts'
import type { Person } from '../contract/people.ts'
import type { PersonaRecord } from '../contract/personas.ts'
import type { Highlight, NoteRecord } from '../contract/research.ts'
import type { WrittenTouchpoint } from '../contract/touchpoints.ts'
import type { Comparison, VersionLine } from '../contract/versions.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

/** A picture of one pixel. */
const gif = Buffer.from('47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b', 'hex')

let postgres: TestPostgres
let databaseUrl: string
let app: TestServer
let id: string
beforeAll(async () => {
  postgres = await startPostgres()
  databaseUrl = await postgres.database()
  app = await serverForTests({ databaseUrl })
  const { job } = (await app.ask('startDemo', { body: { preset: 'shop' } })) as { readonly job: string }
  const last = (await app.follow(job)).at(-1)
  if (last?.state !== 'done') throw new Error(`the demo ended ${JSON.stringify(last)} ${String(app.logged)}`)
  id = last.result.map ?? ''
}, 120_000)
afterAll(async () => {
  await app?.close()
  await postgres?.stop()
})

const here = () => ({ params: { id } })
const opened = async (): Promise<MapRecord> => (await app.ask('getMap', here())) as MapRecord
const post = async (url: string, payload: Buffer) =>
  (await app.server.inject({ method: 'POST', url, headers: { 'content-type': 'application/octet-stream' }, payload })).json() as unknown
const list = async (name: Parameters<TestServer['ask']>[0], parts = {}) =>
  (await app.ask(name, parts)) as { readonly total: number; readonly rows: readonly unknown[] }

test('a map is discovered, listed, copied, handed over and found as a family', async () => {
  expect((await opened()).map.cards.length).toBeGreaterThan(5)
  expect(await list('listMaps')).toMatchObject({ total: 1, rows: [{ id }] })
  const copy = (await app.ask('copyMap', { ...here(), body: {} })) as MapSummary
  const made = (await app.ask('makeMap', { body: { title: 'It’s “new” 😀', template: 'ecommerce' } })) as MapSummary
  expect(await app.ask('changeMapOwner', { ...here(), body: { owner: localOwner.person.name } })).toMatchObject({ id })
  expect(await app.ask('getMapFamily', here())).toBeDefined()
  for (const { id: done } of [copy, made]) await app.ask('deleteMap', { params: { id: done } })
  expect((await list('listDeletedMaps')).total).toBe(2)
})

test('a change on the live document is in the map, in the list, and in what people did', async () => {
  await app.ask('renameMap', { ...here(), body: { title: 'Buying, as it is' } })
  const [stage] = (await opened()).map.stages
  await app.wend.live.change(1, id, 'Ada', (doc) => editDocument(doc, { kind: 'rename-stage', stage: stage!.id, name: 'Look around' }))
  await app.wend.live.settle(1, id)
  expect((await opened()).map.stages[0]?.name).toBe('Look around')
  expect(await list('listMaps')).toMatchObject({ rows: [{ title: 'Buying, as it is' }] })
  const { rows } = (await app.ask('mapActivity', here())) as Activity
  expect(rows[0]).toMatchObject({ by: 'Ada', total: 1, things: [{ what: 'stage', name: 'Look around' }] })
})

test('people comment, are told and resolve', async () => {
  const bo = (await app.ask('addPerson', { body: { name: 'Bo Lind', role: 'editor' } })) as Person
  const card = (await opened()).map.cards[0]!.id
  const body = { target: { kind: 'card', id: card }, text: `Why so slow? @[${bo.id}]` }
  const thread = (await app.ask('startThread', { ...here(), body })) as Thread
  const parts = { params: { id, thread: thread.id } }
  await app.ask('replyToThread', { ...parts, body: { text: 'Nobody “knows” 😀' } })
  await app.ask('editComment', { params: { ...parts.params, comment: 2 }, body: { text: 'The queue' } })
  const { rows } = (await app.ask('listThreads', { ...here(), query: { kind: 'card', target: card } })) as ThreadList
  expect(rows[0]?.comments.map((one) => one.text)).toEqual([body.text, 'The queue'])
  expect(await list('countThreads', here())).toMatchObject({ rows: [{ id: card, open: 1, resolved: 0 }] })
  const inbox = await app.server.inject({ url: '/api/v1/inbox', headers: { cookie: `wend_person=${bo.id}` } })
  expect((inbox.json() as Inbox).rows.map((row) => row.kind)).toEqual(['reply', 'mention'])
  await app.ask('resolveThread', { ...parts, body: { resolved: true } })
  await app.ask('deleteComment', { params: { ...parts.params, comment: 2 } })
  expect((await app.ask('markAllRead')) !== null).toBe(true)
})

test('a version is named, compared and restored', async () => {
  const kept = (await app.ask('nameVersion', { ...here(), body: { name: 'Before 100% “sure”' } })) as VersionLine
  await app.ask('renameMap', { ...here(), body: { title: 'Wrong' } })
  const compared = (await app.ask('compareVersions', { ...here(), query: { from: kept.id } })) as Comparison
  expect(compared.total).toBeGreaterThan(0)
  await app.ask('restoreVersion', { params: { id, version: kept.id } })
  expect((await opened()).map.title).toBe('Buying, as it is')
  expect((await list('listVersions', here())).total).toBeGreaterThan(2)
})

test('a persona and a touchpoint of the library reach the map and follow', async () => {
  const { id: persona } = (await app.ask('addPersona', { body: { name: 'Ada, careful' } })) as PersonaRecord
  await app.ask('placePersona', { ...here(), body: { persona, on: true } })
  await app.wend.live.settle(1, id)
  await app.ask('changePersona', { params: { id: persona }, body: { name: 'Ada, bold' } })
  expect((await opened()).map.personas.map((one) => one.name)).toEqual(['Ada, bold'])
  expect(await list('personaMaps', { params: { id: persona } })).toMatchObject({ rows: [{ map: id }] })
  await app.ask('removePersona', { params: { id: persona } })
  await app.ask('restorePersona', { params: { id: persona } })
  expect(await list('listPersonas')).toMatchObject({ total: 1 })
  const pages = (await app.ask('addTouchpoint', {
    body: { name: 'Pages', rules: [{ kind: 'contains', text: 'page' }] },
  })) as WrittenTouchpoint
  await app.ask('changeTouchpoint', { params: { id: pages.id }, body: { name: 'All pages' } })
  expect(await app.ask('listTouchpoints')).toMatchObject({ rows: [{ name: 'All pages' }] })
  expect((await app.refusal('addTouchpoint', { body: { name: 'ALL pages', rules: [] } })).code).toBe('touchpoint_in_use')
})

test('a note is read, highlighted, cited on a card and found by its words', async () => {
  const text = 'It was “slow” — 100%, said Ana 😀.'
  const note = (await app.ask('addNote', { body: { title: 'Talk with Éva', text, tags: ['delay'] } })) as NoteRecord
  const from = note.text.indexOf('“slow”')
  const body = { from, to: from + 6, text: '“slow”', tags: ['delay'] }
  const mark = (await app.ask('addHighlight', { params: { id: note.id }, body })) as Highlight
  const card = (await opened()).map.cards[0]!.id
  await app.ask('putEvidence', { params: { id, card }, body: { kind: 'highlight', note: note.id, highlight: mark.id } })
  expect(((await app.ask('getNote', { params: { id: note.id } })) as NoteRecord).uses).toMatchObject([{ map: id, card }])
  expect((await list('listNotes', { query: { q: 'ÉVA' } })).total).toBe(1)
  expect((await list('searchHighlights', { query: { q: '“SLOW”', tag: 'delay' } })).total).toBe(1)
  expect((await list('searchHighlights', { query: { q: '100_' } })).total).toBe(0)
  expect(await app.ask('renameTag', { body: { from: 'delay', to: 'waiting' } })).toMatchObject({ rows: [{ tag: 'waiting' }] })
})

test('pictures, saved templates and settings are kept', async () => {
  const asset = (await post('/api/v1/assets', gif)) as Asset
  expect(await post('/api/v1/assets', gif)).toEqual(asset)
  expect((await app.server.inject({ url: `/api/v1/assets/${asset.id}` })).rawPayload.equals(gif)).toBe(true)
  const saved = (await app.ask('saveTemplate', { body: { map: id, title: 'Our way' } })) as { readonly name: string }
  expect(JSON.stringify(await app.ask('listTemplates'))).toContain('Our way')
  await app.ask('deleteTemplate', { params: { name: saved.name } })
  expect(await app.ask('getSettings')).toBeDefined()
})

test('a map is deleted and restored with all that people did, also after a restart', async () => {
  const before = (await opened()).map
  await app.ask('deleteMap', here())
  expect((await app.refusal('getMap', here())).code).toBe('map_not_found')
  await app.ask('restoreMap', here())
  expect((await opened()).map).toEqual(before)
  await app.server.close()
  await app.wend.close()
  const noEvents = { sources: async () => [], close: async () => undefined } as never
  const again = await openWend({ dataDirectory: `${app.directory}/again`, world: realWorld, databaseUrl, openEvents: async () => noEvents })
  expect(await again.live.read(1, id)).toEqual(before)
  await again.close()
})
