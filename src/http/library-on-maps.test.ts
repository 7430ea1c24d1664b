import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyEdit } from '../document/apply-edit.ts'
import type { JourneyMap, LaneId, StageId } from '../journey/map.ts'
import type { CardId } from '../journey/map.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
let map: string
beforeAll(async () => {
  app = await serverForTests()
  const { job } = (await app.ask('startDemo', { body: { preset: 'shop' } })) as { readonly job: string }
  const last = (await app.follow(job)).at(-1)
  if (last?.state !== 'done') throw new Error(`the demo ended ${JSON.stringify(last)} ${String(app.logged)}`)
  map = last.result.map ?? ''
})
afterAll(() => app.close())

const now = async (): Promise<JourneyMap> => (await app.wend.live.read(1, map))!
const add = async (name: 'addPersona' | 'addTouchpoint', body: object): Promise<string> =>
  ((await app.ask(name, { body })) as { readonly id: string }).id

test('a persona on a map follows the workspace, and can be taken off', async () => {
  const id = await add('addPersona', { name: 'Anna', segment: { outcomes: ['goal'] } })
  await app.ask('placePersona', { params: { id: map }, body: { persona: id } })
  expect((await now()).personas).toMatchObject([{ id, name: 'Anna', segment: { outcomes: ['goal'] } }])
  await app.ask('changePersona', { params: { id }, body: { name: 'Anna Berg', quotes: [{ text: 'When does it come?' }] } })
  expect((await now()).personas).toMatchObject([{ id, name: 'Anna Berg', quotes: ['When does it come?'] }])
  expect(await app.ask('personaMaps', { params: { id } })).toMatchObject({ rows: [{ map }] })
  await app.ask('placePersona', { params: { id: map }, body: { persona: id, on: false } })
  expect((await now()).personas).toEqual([])
  expect((await app.refusal('placePersona', { params: { id: map }, body: { persona: 'nobody' } })).code).toBe('persona_not_found')
  expect((await app.refusal('placePersona', { params: { id: 'none' }, body: { persona: id } })).code).toBe('map_not_found')
})

test('a card of the library follows a rename at once, and a merge', async () => {
  const chat = await add('addTouchpoint', { name: 'Chat', channel: 'Web' })
  const talk = await add('addTouchpoint', { name: 'Talk', channel: 'App', team: 'Support' })
  const { stages, lanes } = await now()
  const place = {
    lane: lanes.find((lane) => lane.kind === 'touchpoints')!.id as LaneId,
    stage: stages[0]!.id as StageId,
    step: null,
    before: null,
  }
  const uncounted = { journeys: null, reach: null, occurrences: null, p50ToNext: null }
  const body = { kind: 'touchpoint', touchpoint: 'Chat', channel: 'Web', library: chat, ...uncounted } as const
  const card = 'chat-card' as CardId
  const made = await app.wend.live.change(1, map, 'Owner', (doc) => applyEdit(doc, { kind: 'add-card', card, place, body }))
  expect(made.ok).toBe(true)
  const shown = async () => (await now()).cards.find((one) => one.id === card)?.body
  await app.ask('changeTouchpoint', { params: { id: chat }, body: { name: 'Live chat', team: 'Care' } })
  expect(await shown()).toMatchObject({ touchpoint: 'Live chat', channel: 'Web', team: 'Care', library: chat })
  await app.ask('mergeTouchpoint', { params: { id: chat }, body: { into: talk } })
  expect(await shown()).toMatchObject({ touchpoint: 'Talk', channel: 'App', team: 'Support', library: talk })
  await app.wend.live.settle(1, map)
  expect(await app.ask('listTouchpoints')).toMatchObject({ total: 1, rows: [{ id: talk, maps: [{ map, cards: 1 }] }] })
})
