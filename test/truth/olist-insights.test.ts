import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { discoverMap } from '../../src/app/discover-map.ts'
import { mapReads } from '../../src/app/map-reads.ts'
import { wholeCustomer, type JourneyDefinition } from '../../src/journey/definition.ts'
import type { JourneyMap } from '../../src/journey/map.ts'
import { openStore, recipeOf, type OpenedStore } from '../real/opened-store.ts'
import { testData } from '../test-data.ts'

const files = ['orders', 'customers', 'order_reviews'].map((name) => testData('olist', `olist_${name}_dataset.csv`))
const recipe = recipeOf(readFileSync(join(import.meta.dirname, '..', 'real', 'olist.yaml'), 'utf8'))
const byOrder: JourneyDefinition = { ...wholeCustomer, name: 'orders', unit: 'account' }
const signal = new AbortController().signal

let opened: OpenedStore
let map: JourneyMap
beforeAll(async () => {
  opened = await openStore()
  await opened.importPaths(1, files, recipe)
  map = await discovered()
}, 60_000)
afterAll(() => opened?.close())

async function discovered(): Promise<JourneyMap> {
  const reads = await mapReads({ events: opened.store, workspace: 1, definition: byOrder, signal })
  return discoverMap((question) => opened.store.ask(1, byOrder, question, signal), {
    title: 'Orders',
    definition: byOrder,
    sources: [{ name: 'Olist', events: 1 }],
    version: 'test',
    ...reads,
  })
}

const ofKind = (kind: string) => map.cards.filter(({ body }) => body.kind === kind)

test("orders are found to be delivered later than promised: a pain point of its own, sized, in customers' own words", () => {
  const first = ofKind('pain-point').find(({ body }) => body.kind === 'pain-point' && body.cause === 'late')
  if (first?.body.kind !== 'pain-point') throw new Error('no pain point was found')
  const { cause, title, detail, journeys, effect, low, high } = first.body
  expect(cause).toBe('late')
  expect(ofKind('pain-point').filter(({ body }) => body.kind === 'pain-point' && body.cause !== 'theme').length).toBeLessThanOrEqual(4)
  expect(title).toContain('"Delivered" comes later than promised')
  expect(detail).toContain('8.0 %')
  // Published: 8.0046 % of 5,172 are late; 4.28 stars in time, 2.4977 late. On −1..+1 that is 0.64 less −0.25.
  expect(journeys).toBeGreaterThanOrEqual(414)
  expect(journeys).toBeLessThanOrEqual(416)
  expect(effect).toBeCloseTo((4.28 - 2.4977) / 2, 1)
  expect(low).toBeGreaterThan(0.75)
  expect(high).toBeLessThan(1)
  const words = first.evidence.filter((one) => one.kind === 'verbatim')
  expect(words.length).toBeGreaterThan(0)
  for (const one of words) expect(one.kind === 'verbatim' && one.score).toBe(1)
})

test('the same orders give the same map again', async () => {
  expect((await discovered()).basis?.hash).toBe(map.basis?.hash)
})

test('what else is on the map is told', () => {
  for (const { body } of map.cards)
    if (body.kind === 'pain-point' || body.kind === 'delight') console.log(`${body.kind}: ${body.title}. ${body.detail}`)
  expect(ofKind('pain-point').length).toBeGreaterThan(0)
})
