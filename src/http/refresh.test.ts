import { afterAll, beforeAll, expect, test } from 'vitest'
import { editDocument } from '../../test/fixtures/edit-document.ts'
import type { Job } from '../contract/jobs.ts'
import type { MapRecord } from '../contract/maps.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

const recipe = `wend: recipe/1
name: Shop log
files:
  events: "*.csv"
events:
  - customer: "{customer}"
    touchpoint: "{touchpoint}"
    time: "{time}"
    channel: "{channel}"
`
/** Customers who look, and of whom some order; each order comes `hours` after the look. */
function log(from: number, count: number, hours: number): string {
  const rows = ['customer,touchpoint,time,channel']
  for (let index = from; index < from + count; index++) {
    const look = Date.UTC(2025, 0, 1 + (index % 20), 8)
    rows.push(`c${index},Look,${new Date(look).toISOString()},Web`)
    if (index % 2 === 0) rows.push(`c${index},Order,${new Date(look + hours * 3_600_000).toISOString()},Web`)
  }
  return `${rows.join('\n')}\n`
}

let app: TestServer
let map: string
beforeAll(async () => {
  app = await serverForTests()
  await imported(log(0, 40, 1))
  const { job } = (await app.ask('discoverMap', { body: { title: 'Buying' } })) as { readonly job: string }
  map = result(await ended(job)).map ?? ''
})
afterAll(() => app.close())

const ended = async (job: string): Promise<Job | undefined> => (await app.follow(job)).at(-1)
function result(job: Job | undefined) {
  if (job?.state !== 'done') throw new Error(`the job ended ${JSON.stringify(job)} ${String(app.logged)}`)
  return job.result
}
async function imported(text: string) {
  const upload = await app.upload('log.csv', text)
  const { job } = (await app.ask('importFiles', { body: { uploads: [upload], recipe, source: 'Shop' } })) as { readonly job: string }
  return result(await ended(job))
}
const current = async (): Promise<MapRecord> => (await app.ask('getMap', { params: { id: map } })) as MapRecord
const refreshed = async () => {
  const { job } = (await app.ask('refreshMap', { params: { id: map } })) as { readonly job: string }
  return result(await ended(job)).refreshed?.[0]
}

test('a map is fresh when it was just computed, and refreshing it changes nothing', async () => {
  expect((await current()).stale).toBe(false)
  expect(await refreshed()).toEqual({ map, title: 'Buying', total: 0, rows: [] })
  expect((await current()).stale).toBe(false)
})

test('with the setting off an import only marks the map; a refresh brings today’s numbers and says what changed', async () => {
  await app.ask('changeSettings', { body: { refreshAfterImport: false } })
  const before = await current()
  expect((await imported(log(40, 40, 30))).refresh).toBeUndefined()
  expect(await current()).toMatchObject({ stale: true, map: { basis: { journeys: 40 } } })
  const changed = await refreshed()
  const after = await current()
  expect(after).toMatchObject({ stale: false, map: { basis: { journeys: 80 } } })
  expect(changed?.total).toBeGreaterThan(0)
  expect(changed?.rows.every((row) => row.computed)).toBe(true)
  // Half of the orders now come a day later: the card of the first touchpoint shows it.
  const waits = (record: MapRecord) =>
    record.map.cards.flatMap((card) => (card.body.kind === 'touchpoint' && card.body.touchpoint === 'Look' ? [card.body.p50ToNext] : []))
  expect(waits(before)).toEqual([3_600_000])
  expect(changed?.rows.map((row) => row.sentence).join('\n')).toMatch(/40|80/)
  expect(after.map.cards.map((card) => card.id)).toEqual(expect.arrayContaining(before.map.cards.map((card) => card.id)))
})

test('with the setting on an import refreshes maps by itself', async () => {
  expect(await app.ask('changeSettings', { body: { refreshAfterImport: true } })).toEqual({ refreshAfterImport: true })
  const { refresh } = await imported(log(80, 10, 1))
  expect(result(await ended(refresh ?? '')).refreshed).toMatchObject([{ map, title: 'Buying' }])
  expect(await current()).toMatchObject({ stale: false, map: { basis: { journeys: 90 } } })
})

test('the same file again brings no events and starts no refresh', async () => {
  expect((await imported(log(80, 10, 1))).refresh).toBeUndefined()
})

test('a map drawn by hand cannot be refreshed, and a viewer may not refresh', async () => {
  const { map: drawn } = await current()
  const { basis: _basis, ...byHand } = drawn
  await app.wend.state.maps.add(1, { id: 'hand', map: byHand, at: 1, by: 'Ada' })
  expect((await app.refusal('refreshMap', { params: { id: 'hand' } })).code).toBe('map_by_hand')
  expect((await app.refusal('refreshMap', { params: { id: 'none' } })).code).toBe('map_not_found')
  const viewer = await app.wend.state.people.add(1, { name: 'Vi', role: 'viewer' })
  const headers = { cookie: `wend_person=${viewer.id}` }
  expect((await app.server.inject({ method: 'POST', url: `/api/v1/maps/${map}/refresh`, headers })).statusCode).toBe(403)
  const settings = { method: 'PUT', url: '/api/v1/settings', headers, payload: { refreshAfterImport: false } } as const
  expect((await app.server.inject(settings)).statusCode).toBe(403)
})

test('a map whose template was deleted is computed again with the stages that it has', async () => {
  const saved = (await app.ask('saveTemplate', { body: { map, title: 'Ours', summary: '', audience: 'any' } })) as { readonly name: string }
  const { job } = (await app.ask('discoverMap', { body: { title: 'From ours', template: saved.name } })) as { readonly job: string }
  const made = result(await ended(job)).map ?? ''
  const stages = async () =>
    ((await app.ask('getMap', { params: { id: made } })) as MapRecord).map.stages.map(({ id, name, rule }) => ({ id, name, rule }))
  const before = await stages()
  await app.ask('deleteTemplate', { params: { name: saved.name } })
  // It once ended as template_not_found, and nobody could compute the map again.
  const again = (await app.ask('refreshMap', { params: { id: made } })) as { readonly job: string }
  expect(result(await ended(again.job)).refreshed).toEqual([{ map: made, title: 'From ours', total: 0, rows: [] }])
  expect(await stages()).toEqual(before)
})

test('a map whose stages people changed is counted on their stages, and its numbers are theirs', async () => {
  const { map: before } = await current()
  const holding = (touchpoint: string) =>
    before.stages.find((stage) => stage.steps.some(({ touchpoints }) => touchpoints.includes(touchpoint)))!
  const [look, order] = [holding('Look'), holding('Order')]
  expect(look.id).not.toBe(order.id)
  await app.wend.live.change(1, map, 'Ann', (doc) => {
    editDocument(doc, { kind: 'merge-stage', stage: order.id, into: look.id })
  })
  const edited = await current()
  expect(edited).toMatchObject({ stale: true })
  expect(edited.map.river).toBeUndefined()
  expect(edited.map.stages[0]?.numbers).toBeUndefined()
  await refreshed()
  const { map: after, stale } = await current()
  expect(stale).toBe(false)
  expect(after.stages.map(({ id }) => id)).toEqual([look.id])
  // Everybody looks; who orders does so in the same stage now.
  expect(after.stages[0]?.numbers).toMatchObject({ journeys: after.basis?.journeys, reach: 1 })
  expect(after.river?.ribbons.filter(({ from }) => from.kind === 'start').map(({ count }) => count)).toEqual([after.basis?.journeys])
  expect(await refreshed()).toMatchObject({ total: 0 })
})
