import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../src/events/engine/sql.ts'
import { wholeCustomer, type JourneyDefinition } from '../../src/journey/definition.ts'
import { testData } from '../test-data.ts'
import { openStore, recipeOf, type OpenedStore } from './opened-store.ts'

const files = ['orders', 'customers', 'order_reviews'].map((name) => testData('olist', `olist_${name}_dataset.csv`))
const recipe = recipeOf(readFileSync(join(import.meta.dirname, 'olist.yaml'), 'utf8'))
const byOrder: JourneyDefinition = { ...wholeCustomer, name: 'orders', unit: 'account' }
const steps = ['Order placed', 'Payment approved', 'Handed to carrier', 'Delivered']
const day = 86_400_000

let opened: OpenedStore
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

test('orders and reviews are stored whole, joined to their customers, and nothing of them twice', async () => {
  const first = await opened.importPaths(1, files, recipe)
  expect(first.rows).toEqual({ read: 8135 + 8225, stored: 8135 + 8225, refused: 0, duplicates: 0, unused: 0 })
  expect(first.events).toMatchObject({ made: 8135 + 7989 + 6353 + 5170 + 8225, refused: 0 })
  const again = await opened.importPaths(1, files, recipe)
  expect(again.rows).toMatchObject({ stored: 0, duplicates: 8135 + 8225, unused: 0 })
})

test('the funnel of orders is the published one', async () => {
  // Some orders were handed over before the payment's approval was noted, so the steps are counted in any order.
  const question = { question: 'funnel', steps, order: 'any', ties: 'capture-order' } as const
  const { rows } = await opened.ask(1, question, byOrder)
  expect(rows.map(({ journeys }) => journeys)).toEqual([8135, 7989, 6353, 5170])
})

test('from order to delivery it takes 12.518 days on average', async () => {
  const { rows } = await opened.ask(
    1,
    {
      question: 'overview',
      events: { touchpoints: ['Order placed', 'Delivered'] },
      journeys: { reached: ['Delivered'], properties: [{ property: 'status', operator: '=', value: 'delivered' }] },
    },
    byOrder,
  )
  expect(rows[0]!.journeys).toBe(5164)
  expect(rows[0]!.meanDuration! / day).toBeCloseTo(12.518, 3)
})

test('8.0046 % of delivered orders are late, and their stars are fewer', async () => {
  // Comparing two times is no question yet; it is done here over the stored events. The base is every order whose status is
  // "delivered": 5,172, of which 8 have no delivery date and count as on time.
  const [orders] = await opened.store.driver.query<{ late: number; all: number }>(sql`
    WITH parseDateTimeBestEffortOrNull(properties['promised'], 'UTC') AS promised
    SELECT countIf(touchpoint = 'Delivered' AND time > promised) AS late, countIf(touchpoint = 'Order placed') AS all
    FROM events WHERE workspace = 1 AND properties['status'] = 'delivered' AND touchpoint != 'Review'`)
  expect(orders).toEqual({ late: 414, all: 5172 })
  expect((100 * orders!.late) / orders!.all).toBeCloseTo(8.0046, 4)
  const stars = await opened.store.driver.query<{ late: number; mean: number }>(sql`
    WITH parseDateTimeBestEffortOrNull(properties['promised'], 'UTC') AS promised,
      parseDateTimeBestEffortOrNull(properties['delivered'], 'UTC') AS delivered
    SELECT toUInt8(ifNull(delivered > promised, false)) AS late, avg(score) AS mean
    FROM events WHERE workspace = 1 AND properties['status'] = 'delivered' AND touchpoint = 'Review' GROUP BY late ORDER BY late`)
  expect(stars.map(({ late }) => late)).toEqual([0, 1])
  expect(stars[0]!.mean).toBeCloseTo(4.28, 4)
  // 418 reviews of late orders hold 1,044 stars: 2.49761; the published 2.4977 is off by one in its last digit.
  expect(stars[1]!.mean).toBeCloseTo(1044 / 418, 9)
  expect(stars[1]!.mean).toBeCloseTo(2.4977, 3)
})

test('Portuguese words come through as they were written', async () => {
  const { total, rows } = await opened.ask(1, { question: 'verbatims', limit: 10_000 })
  expect(total).toBeGreaterThan(3000)
  expect(rows.some(({ text }) => /ção|não|é/.test(text))).toBe(true)
  expect(rows.every(({ text }) => !text.includes('\uFFFD'))).toBe(true)
})
