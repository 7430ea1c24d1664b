import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editedMap } from '../../test/fixtures/edited-map.ts'
import type { MapSummary } from '../contract/maps.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
beforeAll(async () => {
  app = await serverForTests({ openEvents: noEvents } as never)
})
afterAll(() => app.close())
/** No route here asks an event. */
const noEvents = async () => ({ close: async () => {}, sources: async () => [] })

const send = (path: string, text: string | Buffer) =>
  app.server.inject({
    method: 'POST',
    url: `/api/v1/maps/${path}`,
    payload: typeof text === 'string' ? Buffer.from(text) : text,
    headers: { 'content-type': 'application/octet-stream', host: '127.0.0.1' },
  })
const make = async (body: object) => (await app.ask('makeMap', { body })) as MapSummary
const opened = async (id: string) => ((await app.ask('getMap', { params: { id } })) as { map: ReturnType<typeof editedMap> }).map

test('a map is made from nothing and from a template', async () => {
  const blank = await make({ title: 'From nothing' })
  expect(blank).toMatchObject({ stages: 3, cards: 0, journeys: null, owner: blank.createdBy })
  const shop = await make({ title: 'Our shop', template: 'ecommerce' })
  expect((await opened(shop.id)).stages.map(({ name }) => name)).toContain('Purchase')
  expect(await app.refusal('makeMap', { body: { title: 'x', template: 'nothing-like-it' } })).toMatchObject({ code: 'template_not_found' })
})

test('a Mermaid text is previewed, then made a map; what is left out is said by line', async () => {
  const text = 'journey\n title Buying\n section Look\n  Search: 5: Ana\n  broken\n'
  const preview = (await send('import/preview', text)).json()
  expect(preview).toMatchObject({ format: 'mermaid', map: { title: 'Buying' }, problems: [{ line: 5, kind: 'left-out' }] })
  const before = ((await app.ask('listMaps')) as { total: number }).total
  const made = await send('import?name=buying.mmd', text)
  expect(made.statusCode).toBe(201)
  expect(made.json()).toMatchObject({ map: { title: 'Buying', stages: 1 }, problems: [{ line: 5 }], more: 0 })
  expect(((await app.ask('listMaps')) as { total: number }).total).toBe(before + 1)
})

test('a map file comes back as it was; a broken one is refused with the line of each fault', async () => {
  const map = editedMap()
  const { map: line } = (await send('import?format=json', JSON.stringify(map, null, 2))).json() as { map: MapSummary }
  expect(await opened(line.id)).toEqual(map)
  const broken = JSON.stringify(
    { ...map, cards: map.cards.map((card, index) => (index === 1 ? { ...card, lane: 'nowhere' } : card)) },
    null,
    2,
  )
  const refused = await send('import?name=broken.json', broken)
  expect(refused.statusCode).toBe(422)
  expect(refused.json().code).toBe('map_unreadable')
  const at = broken.split('\n').findIndex((text) => text.includes('"nowhere"')) + 1
  expect((await send('import/preview?format=json', broken)).json().problems).toMatchObject([
    { line: at, message: expect.stringContaining('cards[1].lane') },
  ])
  expect((await send('import/preview?format=json', '{\n"a": }')).json().problems).toMatchObject([{ line: 2 }])
})

test('a spreadsheet without a title takes the name of its file', async () => {
  const { map } = (await send('import?name=My_journey.csv', ',Find,Buy\nThoughts,"One\nTwo",Three\n')).json() as { map: MapSummary }
  expect(map).toMatchObject({ title: 'My journey', stages: 2, cards: 3 })
})

test('what is too large or no text is refused, and a formula or markup stays text', async () => {
  expect((await send('import', Buffer.alloc(10_000_001, 97))).json()).toMatchObject({ code: 'map_too_large' })
  expect((await send('import', Buffer.from([0xc3, 0x28]))).json()).toMatchObject({ code: 'map_unreadable' })
  const hostile = '<img src=x onerror=alert(1)>'
  const { map } = (await send('import?format=csv', `,"${hostile}"\nThoughts,"${hostile}"`)).json() as { map: MapSummary }
  expect((await opened(map.id)).cards[0]!.body).toEqual({ kind: 'text', text: hostile })
  const svg = await app.server.inject({ url: `/api/v1/maps/${map.id}/export?format=html`, headers: { host: '127.0.0.1' } })
  expect(svg.payload).not.toContain('<img src=x')
})

test('a copy is a map of its own; an owner is a person of the workspace', async () => {
  const first = await make({ title: 'Original' })
  const copy = (await app.ask('copyMap', { params: { id: first.id }, body: {} })) as MapSummary
  expect(copy.title).toBe('Original (copy)')
  expect(copy.id).not.toBe(first.id)
  expect(await opened(copy.id)).toEqual({ ...(await opened(first.id)), title: 'Original (copy)' })
  expect(await app.refusal('changeMapOwner', { params: { id: first.id }, body: { owner: 'Nobody we know' } })).toMatchObject({
    code: 'person_not_found',
  })
  expect(await app.ask('changeMapOwner', { params: { id: first.id }, body: { owner: null } })).toMatchObject({ owner: null })
})

test('the list carries each map’s health, and parents and children are found', async () => {
  const below = await make({ title: 'Detail' })
  const map = editedMap()
  const stages = map.stages.map((stage, s) => ({
    ...stage,
    steps: stage.steps.map((step, i) => (s + i === 0 ? { ...step, map: below.id } : step)),
  }))
  const { map: above } = (await send('import?format=json', JSON.stringify({ ...map, stages }))).json() as { map: MapSummary }
  expect(above.portrait.health).toMatchObject({ cards: map.cards.length - 1, toFindOut: 1 })
  expect(await app.ask('getMapFamily', { params: { id: below.id } })).toEqual({
    trail: [{ id: above.id, title: map.title }],
    parents: [{ id: above.id, title: map.title }],
    children: [],
  })
  expect(await app.ask('getMapFamily', { params: { id: above.id } })).toMatchObject({ children: [{ id: below.id }] })
})

test('a deleted map is listed as such and comes back as it was', async () => {
  const { id } = await make({ title: 'Gone soon' })
  const before = await opened(id)
  await app.ask('deleteMap', { params: { id } })
  expect(((await app.ask('listDeletedMaps')) as { rows: { id: string }[] }).rows.map((row) => row.id)).toContain(id)
  expect(await app.ask('restoreMap', { params: { id } })).toMatchObject({ id, title: 'Gone soon' })
  expect(await opened(id)).toEqual(before)
  expect(await app.refusal('restoreMap', { params: { id } })).toMatchObject({ code: 'map_not_found' })
})

test('a template saved from a map is offered first, makes maps, and can be deleted; Wend’s own cannot', async () => {
  const { map } = (await send('import?format=csv', ',A,B\nSteps,One,Two\nNotes,x,y')).json() as { map: MapSummary }
  const saved = (await app.ask('saveTemplate', { body: { map: map.id, title: 'House style' } })) as { name: string }
  expect(saved).toMatchObject({ name: 'own-house-style', savedBy: expect.any(String) })
  const again = (await app.ask('saveTemplate', { body: { map: map.id, title: 'House style' } })) as { name: string }
  expect(again.name).toBe('own-house-style-2')
  expect(((await app.ask('listTemplates')) as { rows: { name: string }[] }).rows[0]!.name).toBe('own-house-style')
  const made = await make({ title: 'In house style', template: saved.name })
  expect((await opened(made.id)).stages.map(({ name, steps }) => [name, steps.map((step) => step.name)])).toEqual([
    ['A', ['One']],
    ['B', ['Two']],
  ])
  await app.ask('deleteTemplate', { params: { name: saved.name } })
  expect(await app.refusal('deleteTemplate', { params: { name: saved.name } })).toMatchObject({ code: 'template_not_found' })
  expect(await app.refusal('deleteTemplate', { params: { name: 'ecommerce' } })).toMatchObject({ code: 'template_built_in' })
})

test('the examples in the docs are read without a problem', async () => {
  const docs = readFileSync(new URL('../../docs/map-import.md', import.meta.url), 'utf8')
  const blocks = [...docs.matchAll(/```(mermaid|csv)\n([\s\S]*?)```/g)]
  expect(blocks.length).toBeGreaterThanOrEqual(3)
  for (const [, format, text] of blocks) {
    const read = (await send(`import/preview?format=${format}`, text!)).json()
    expect(read.problems).toEqual([])
    expect(read.map).not.toBeNull()
  }
})
