import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleMap as makeMap } from '../../test/fixtures/example-map.ts'
import type { Wend } from '../app/wend.ts'
import type { Activity } from '../contract/activity.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

const noEvents = { sources: async () => [], close: async () => undefined } as unknown as Wend['events']
const minute = 60_000
const exampleMap = makeMap()

let app: TestServer
beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => noEvents })
  await app.wend.state.maps.add(1, { id: 'm', map: exampleMap, at: 1, by: 'Ada' })
})
afterAll(() => app.close())

/** Writes `count` updates into the log as if people had made them; two a minute, by two people in turns of ten. */
async function written(count: number): Promise<void> {
  const card = exampleMap.cards[0]?.id ?? ''
  const updates = Array.from({ length: count }, (_, index) => ({
    workspace: 1,
    map: 'm',
    number: index + 1,
    at: Math.floor(index / 2) * minute + (index % 2) * 1000,
    by: Math.floor(index / 10) % 2 === 0 ? 'Ada' : 'Bo',
    data: Uint8Array.of(0, 0),
    touched: { stages: [], steps: [], lanes: [], cards: index % 2 === 0 ? [card] : [card, `gone-${index}`] },
  }))
  for (let at = 0; at < count; at += 500) await app.wend.state.mapLog.append(updates.slice(at, at + 500))
}
const ask = async (query: Record<string, string> = {}) => (await app.ask('mapActivity', { params: { id: 'm' }, query })) as Activity

test('a map that nobody changed has none, and one that is not there is refused', async () => {
  expect(await ask()).toEqual({ rows: [], next: null })
  expect((await app.refusal('mapActivity', { params: { id: 'none' } })).code).toBe('map_not_found')
  expect((await app.refusal('mapActivity', { params: { id: 'm' }, query: { limit: '201' } })).code).toBe('bad_request')
})

test('changes are listed newest first by person and minute, page after page without a gap', async () => {
  await written(2600)
  const first = await ask({ limit: '2' })
  expect(first.rows[0]).toMatchObject({ updates: 2, total: 2, from: 1299 * minute, to: 1299 * minute + 1000 })
  expect(first.rows[0]?.things).toEqual([
    { what: 'card', id: exampleMap.cards[0]?.id, name: expect.stringMatching(/./) },
    { what: 'card', id: 'gone-2599', name: null },
  ])
  let updates = 0
  let before: number | null = null
  let pages = 0
  const times: number[] = []
  do {
    const page: Activity = await ask({ limit: '200', ...(before !== null && { before: String(before) }) })
    updates += page.rows.reduce((sum, group) => sum + group.updates, 0)
    times.push(...page.rows.map((group) => group.to))
    before = page.next
    pages += 1
  } while (before !== null && pages < 100)
  expect(updates).toBe(2600)
  expect(times.length).toBe(1300)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
})
