import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareFile } from '../../src/events/ingest/prepare-file.ts'
import { lineOfRow } from '../../src/events/ingest/prepare-row-lines.ts'
import { readSample } from '../../src/events/ingest/prepare-sample.ts'
import type { PreparedFile } from '../../src/sources/prepared-file.ts'
import { checkRecipe } from '../../src/sources/check-recipe.ts'
import { inferRecipe } from '../../src/sources/infer-recipe.ts'
import type { InferredRecipe } from '../../src/sources/inference.ts'
import { matchFiles } from '../../src/sources/match-files.ts'
import { testData } from '../test-data.ts'

let workDir = ''
beforeAll(async () => {
  workDir = await mkdtemp(join(tmpdir(), 'wend-real-'))
})
afterAll(() => rm(workDir, { recursive: true, force: true }))

async function prepare(...path: readonly string[]): Promise<PreparedFile> {
  const file = testData(...path)
  const result = await prepareFile(file, basename(file), { workDir, signal: new AbortController().signal })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
async function infer(folder: string, ...names: readonly string[]): Promise<InferredRecipe> {
  const files = await Promise.all(names.map(async (name) => prepare(folder, ...name.split('/'))))
  const sampled = await Promise.all(files.map(async (file) => ({ ...file, rows: await readSample(file, 1000) })))
  const inferred = inferRecipe(sampled)
  if (!inferred.ok) throw new Error(inferred.error.map(({ message }) => message).join('\n'))
  const matched = matchFiles(inferred.value.recipe, files)
  if (!matched.ok) throw new Error(matched.error.map(({ message }) => message).join('\n'))
  expect(checkRecipe(inferred.value.recipe, matched.value.files)).toEqual([])
  return inferred.value
}

test.each([
  ['running-example.xes', 42, 6],
  ['receipt.xes.gz', 8577, 1434],
  ['reviewing.xes', 0, 100],
] as const)('%s is read whole', async (name, events, cases) => {
  const prepared = await prepare('logs', name)
  const rows = await readSample(prepared, 100_000)
  if (events > 0) expect(rows).toHaveLength(events)
  expect(new Set(rows.map((row) => row['case:concept:name'])).size).toBe(cases)
  expect(prepared.notes.at(-1)).toBe(`read from XES: ${cases} traces`)
})

test('the XES and the CSV of the same log hold the same events', async () => {
  const key = (row: Readonly<Record<string, string>>): string =>
    `${row['case:concept:name']}|${row['concept:name']}|${Date.parse(row['time:timestamp'] ?? '')}`
  const [xes, csv] = await Promise.all([prepare('logs', 'running-example.xes'), prepare('logs', 'running-example.csv')])
  const keys = async (file: PreparedFile) => (await readSample(file, 1000)).map(key).sort()
  expect(await keys(xes)).toEqual(await keys(csv))
})

test.each([
  [
    'running-example.csv',
    { customer: '{case:concept:name}', touchpoint: '{concept:name}', time: { value: '{time:timestamp}', format: 'iso' } },
  ],
  ['receipt.csv', { customer: '{case:concept:name}', touchpoint: '{concept:name}', channel: '{case:channel}' }],
  ['reviewing.xes', { customer: '{case:concept:name}', touchpoint: '{concept:name}' }],
  [
    'sepsis.csv',
    {
      customer: '{case_id}',
      touchpoint: '{activity}',
      time: { value: '{timestamp}', format: 'iso' },
      sequence: '{.order}',
      id: '{case_id} {activity_instance_id}',
    },
  ],
  ['traffic_fines.csv', { customer: '{case_id}', touchpoint: '{activity}', sequence: '{.order}' }],
])('the columns of %s are found', async (name, rule) => {
  const { recipe, questions } = await infer('logs', name)
  expect(recipe.events).toHaveLength(1)
  expect(recipe.events[0]).toMatchObject({ ...rule, join: [] })
  expect(recipe.nulls).toEqual([])
  expect(questions).toEqual([])
})

test('Olist becomes orders with their moments and reviews with their stars, joined to the customer', async () => {
  const { recipe, questions } = await infer(
    'olist',
    ...['customers', 'order_items', 'order_payments', 'order_reviews', 'orders', 'products', 'sellers'].map(
      (name) => `olist_${name}_dataset.csv`,
    ),
    'product_category_name_translation.csv',
  )
  const orders = recipe.events.find(({ from }) => from === 'orders')
  const reviews = recipe.events.find(({ from }) => from === 'order_reviews')
  expect(recipe.events).toHaveLength(2)
  expect(orders?.customer).toBe('{customers.customer_unique_id}')
  expect(orders?.each).toEqual([
    { touchpoint: 'Order purchase', time: { value: '{order_purchase_timestamp}', format: 'iso' } },
    { touchpoint: 'Order approved', time: { value: '{order_approved_at}', format: 'iso' } },
    { touchpoint: 'Order delivered carrier', time: { value: '{order_delivered_carrier_date}', format: 'iso' } },
    { touchpoint: 'Order delivered customer', time: { value: '{order_delivered_customer_date}', format: 'iso' } },
  ])
  expect(orders?.properties).toMatchObject({
    order_estimated_delivery_date: '{order_estimated_delivery_date}',
    customer_state: '{customers.customer_state}',
    payment_type: '{order_payments.payment_type}',
  })
  expect(reviews).toMatchObject({
    customer: '{customers.customer_unique_id}',
    touchpoint: 'Order review',
    time: { value: '{review_answer_timestamp}', format: 'iso' },
    score: { value: '{review_score}', scale: 'stars' },
    text: '{review_comment_message}',
    survey: true,
    link: '{order_id}',
  })
  expect(reviews?.join.slice(0, 2)).toEqual([
    { file: 'orders', on: { order_id: 'order_id' } },
    { file: 'customers', on: { 'orders.customer_id': 'customer_id' } },
  ])
  // Some reviews stand for several orders under one review id, so it must not remove "duplicates".
  expect(reviews?.id).toBeUndefined()
  expect(questions.map(({ code }) => code)).toEqual(['time-zone'])
})

test('CRM tables find contacts through their link tables', async () => {
  const { recipe } = await infer(
    'crm-exports',
    ...['contact', 'deal', 'ticket', 'deal_stage', 'ticket_contact', 'deal_contact', 'contact_form_submission'].map(
      (name) => `hubspot/${name}_data.csv`,
    ),
  )
  expect(recipe.events.map(({ from, customer }) => [from, customer])).toEqual([
    ['contact', '{id}'],
    ['deal', '{deal_contact.contact_id}'],
    ['ticket', '{ticket_contact.contact_id}'],
    ['deal_stage', '{deal_contact.contact_id}'],
    ['contact_form_submission', '{contact_id}'],
  ])
})

test.each([
  [
    'zendesk/ticket_data.csv',
    { customer: '{requester_id}', account: '{organization_id}', channel: '{via_channel}', touchpoint: 'Ticket created' },
  ],
  [
    'salesforce/sf_event_data.csv',
    { customer: '{who_id}', account: '{account_id}', touchpoint: '{type}', time: { value: '{start_date_time}', format: 'iso' } },
  ],
  ['salesforce/sf_task_data.csv', { customer: '{who_id}', touchpoint: 'Task' }],
  [
    'qualtrics/survey_response.csv',
    {
      customer: '{recipient_email}',
      channel: '{distribution_channel}',
      touchpoint: 'Survey response',
      time: { value: '{recorded_date}', format: 'iso' },
    },
  ],
  ['hubspot/email_event_data.csv', { customer: '{recipient}', touchpoint: '{type}', time: { value: '{created}', format: 'iso' } }],
])('the columns of %s are found', async (name, rule) => {
  expect((await infer('crm-exports', name)).recipe.events[0]).toMatchObject(rule)
})

test('quoted line breaks in real reviews do not shift the lines of rows', async () => {
  const reviews = await prepare('olist', 'olist_order_reviews_dataset.csv')
  const lines = await lineOfRow(reviews, [0, 8224, 8225])
  expect(lines.get(0)).toBe(2)
  // 8,225 rows after the header; some verbatims hold line breaks.
  expect(lines.get(8224)).toBeGreaterThan(8226)
  expect(lines.has(8225)).toBe(false)
})
