import { expect, test } from 'vitest'
import { checkRecipe } from './check-recipe.ts'
import { flattenJson } from './flatten-json.ts'
import { inferRecipe } from './infer-recipe.ts'
import type { InferredRecipe, SampledFile } from './inference.ts'
import { parseRecipe } from './parse-recipe.ts'
import type { EventRule } from './recipe.ts'
import { writeRecipe } from './write-recipe.ts'

function table(name: string, text: string): SampledFile {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'))
  return { name, columns: header, rows: rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? '']))) }
}
function lines(name: string, ...objects: readonly object[]): SampledFile {
  const rows = objects.map((object) => Object.fromEntries(flattenJson(object)))
  return { name, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows }
}
/** The recipe, having checked that it fits its files and survives being written. */
function infer(...files: readonly SampledFile[]): InferredRecipe {
  const inferred = inferRecipe(files)
  if (!inferred.ok) throw new Error(inferred.error.map(({ message }) => message).join('\n'))
  const { recipe } = inferred.value
  const known = Object.entries(recipe.files).map(
    ([alias, { match }]) => [alias, { format: 'csv' as const, ...(files.find(({ name }) => name === match) ?? files[0]!) }] as const,
  )
  expect(checkRecipe(recipe, Object.fromEntries(known))).toEqual([])
  expect(parseRecipe(writeRecipe(recipe))).toEqual({ ok: true, value: recipe })
  return inferred.value
}
const rule = (...files: readonly SampledFile[]): EventRule | undefined => infer(...files).recipe.events[0]

test('a process log is known by its names', () => {
  const log = table(
    'log.csv',
    'case:concept:name|concept:name|time:timestamp|org:resource|case:startdate\n1|A|2024-03-01 10:00:00+01:00|x|2024-03-01 10:00:00+01:00',
  )
  expect(rule(log)).toMatchObject({
    customer: '{case:concept:name}',
    touchpoint: '{concept:name}',
    time: { value: '{time:timestamp}', format: 'iso' },
    properties: { 'org:resource': '{org:resource}' },
  })
})

test('an order column is the sequence; a counting id is made whole with its customer', () => {
  const log = table('log.csv', 'case_id|activity|timestamp|activity_instance_id|.order\nNA|A|2024-03-01|1|1\nB|A|2024-03-01|2|2')
  expect(rule(log)).toMatchObject({ sequence: '{.order}', id: '{case_id} {activity_instance_id}' })
  expect(infer(log).recipe.nulls).toEqual([])
})

test('an id that repeats is no message id', () => {
  expect(
    rule(table('log.csv', 'user_id|event|timestamp|event_id\na|x|2024-03-01T10:00:00Z|7\nb|y|2024-03-01T10:00:00Z|7'))?.id,
  ).toBeUndefined()
})

const common = { timestamp: '2024-03-01T10:00:00.000Z' }
test.each<readonly [string, SampledFile, Partial<EventRule>]>([
  [
    'PostHog',
    lines('p.jsonl', {
      uuid: '018f1e2e-0000-7000-8000-000000000001',
      event: '$pageview',
      distinct_id: 'd',
      ...common,
      properties: { $browser: 'x' },
    }),
    { customer: '{distinct_id}', touchpoint: '{event}', id: '{uuid}' },
  ],
  [
    'Mixpanel',
    lines('m.jsonl', { event: 'View', properties: { time: 1709287200, distinct_id: 'm', $insert_id: 'aaaaaaaaaaaaaaa1' } }),
    {
      customer: '{properties.distinct_id}',
      touchpoint: '{event}',
      time: { value: '{properties.time}', format: 'unix-seconds' },
      id: '{properties.$insert_id}',
    },
  ],
  [
    'Amplitude',
    lines('a.jsonl', {
      event_type: 'open',
      event_time: '2024-03-01 10:00:00.123',
      user_id: 'u',
      $insert_id: 'i-0000000000001',
      platform: 'iOS',
      server_upload_time: '2024-03-01 10:00:09',
    }),
    {
      customer: '{user_id}',
      touchpoint: '{event_type}',
      time: { value: '{event_time}', format: 'iso' },
      channel: '{platform}',
      id: '{$insert_id}',
    },
  ],
  [
    'Google Analytics',
    lines('g.jsonl', {
      event_date: '20240301',
      event_timestamp: '1709287200123456',
      event_name: 'page_view',
      user_pseudo_id: '1.2',
      user_id: null,
      event_bundle_sequence_id: '1',
    }),
    {
      customer: '{user_pseudo_id}',
      touchpoint: '{event_name}',
      time: { value: '{event_timestamp}', format: 'unix-microseconds' },
      sequence: '{event_bundle_sequence_id}',
    },
  ],
])('%s events are known by their names', (_, file, expected) => {
  expect(rule(file)).toMatchObject(expected)
})

test("Segment's track and page calls become two kinds of event", () => {
  const { recipe } = infer(
    lines(
      's.jsonl',
      { type: 'track', event: 'Ordered', userId: 'u', messageId: 'node-next-1-aaaa', ...common },
      { type: 'page', name: 'Home', userId: 'u', messageId: 'node-next-2-aaaa', ...common },
    ),
  )
  expect(recipe.events.map(({ touchpoint, when }) => [touchpoint, when.length])).toEqual([
    ['{event}', 1],
    ['{name}', 2],
  ])
})

test('where the event only says the kind of call, the name is the touchpoint', () => {
  const { recipe } = infer(
    lines(
      't.jsonl',
      { event: 'track', name: 'Basket', user_id: 'u', timestamp: '2025-01-01T10:00:00Z' },
      { event: 'page', name: 'Home page', user_id: 'v', timestamp: '2025-01-01T11:00:00Z' },
    ),
  )
  expect(recipe.events.map(({ touchpoint }) => touchpoint)).toEqual(['{name}'])
})

test('wide rows give an event for each moment, not for what is planned or last touched', () => {
  const orders = table(
    'orders.csv',
    'order_id|customer_id|order_purchase_timestamp|order_approved_at|order_estimated_delivery_date|updated_at|status\n1|c|2024-03-01 10:00:00|2024-03-01 11:00:00|2024-03-09|2024-03-09|done',
  )
  expect(rule(orders)?.each?.map(({ touchpoint }) => touchpoint)).toEqual(['Order purchase', 'Order approved'])
  expect(rule(orders)).toMatchObject({
    link: '{order_id}',
    properties: { order_estimated_delivery_date: '{order_estimated_delivery_date}', status: '{status}' },
  })
})

test('"Created at" is named after what the row is', () => {
  const tickets = table(
    'zendesk-export.csv',
    'Id|Requester id|Via|Created at|Solved at|Updated at\n1|r|Mail|2024-03-01 10:00|2024-03-02 10:00|2024-03-03 10:00',
  )
  expect(rule(tickets)?.each?.map(({ touchpoint }) => touchpoint)).toEqual(['Ticket created', 'Ticket solved'])
  expect(rule(tickets)).toMatchObject({ customer: '{Requester id}', channel: '{Via}' })
})

test('reviews find their customer over two joins, and lookups lend properties', () => {
  const { recipe, notes } = infer(
    table(
      'shop_reviews.csv',
      'review_id|order_id|review_score|comment|answered_at\nr1|o1|1|It never arrived at all|2024-03-05 10:00:00\nr2|o2|5|Very quick indeed|2024-03-05 10:00:00',
    ),
    table('shop_orders.csv', 'order_id|buyer_id|ordered_at\no1|b1|2024-03-01 10:00:00\no2|b2|2024-03-01 10:00:00'),
    table('shop_buyers.csv', 'buyer_id|customer_unique_id|city\nb1|u1|Ulm\nb2|u2|Bonn'),
    table('shop_weather.csv', 'day|rain\n1|2'),
  )
  expect(recipe.events[0]).toMatchObject({
    from: 'reviews',
    join: [
      { file: 'orders', on: { order_id: 'order_id' } },
      { file: 'buyers', on: { 'orders.buyer_id': 'buyer_id' } },
    ],
    customer: '{buyers.customer_unique_id}',
    touchpoint: 'Review',
    score: { value: '{review_score}', scale: 'stars' },
    text: '{comment}',
    survey: true,
    link: '{order_id}',
  })
  expect(recipe.events[1]).toMatchObject({ from: 'orders', touchpoint: 'Order ordered', properties: { city: '{buyers.city}' } })
  expect(Object.keys(recipe.files)).toEqual(['reviews', 'orders', 'buyers'])
  expect(notes.at(-1)).toBe('shop_weather.csv is not used: it tells of no event and no key leads to it')
})

test('Qualtrics: the rows under the header are skipped, scores and words found by the question', () => {
  const survey = table(
    'nps_survey.csv',
    `StartDate|EndDate|Status|RecordedDate|ResponseId|RecipientEmail|Q1|Q2
Start Date|End Date|Response Type|Recorded Date|Response ID|Recipient Email|How likely are you to recommend us?|Why did you say that?
{"ImportId":"startDate"}|{"ImportId":"endDate"}|{"ImportId":"status"}|{"ImportId":"recordedDate"}|{"ImportId":"_recordId"}|{"ImportId":"recipientEmail"}|{"ImportId":"QID1"}|{"ImportId":"QID2"}
2024-03-01 10:00:00|2024-03-01 10:03:00|IP Address|2024-03-01 10:03:01|R_1abcdefghijklmno|a@example.com|9|Quick and easy indeed`,
  )
  expect(infer(survey).recipe.files['events']?.skipRows).toBe(2)
  expect(rule(survey)).toMatchObject({
    customer: '{RecipientEmail}',
    touchpoint: 'Nps survey',
    time: { value: '{RecordedDate}' },
    score: { value: '{Q1}', scale: 'nps' },
    text: '{Q2}',
    survey: true,
    id: '{ResponseId}',
  })
  expect(rule(survey)?.when).toEqual([{ value: '{Status}', operator: '!=', than: 'Survey Preview' }])
})

test('SurveyMonkey and Typeform forms are known', () => {
  const monkey = table(
    'feedback.csv',
    'Respondent ID|Collector ID|End Date|Email Address|How satisfied are you?|Why?\n||||Response|Open-Ended Response\n118000000001|4001|03/25/2024 10:02:00|a@example.com|4|Because of the friendly staff',
  )
  expect(infer(monkey).recipe.files['events']?.skipRows).toBe(1)
  expect(rule(monkey)).toMatchObject({
    customer: '{Email Address}',
    time: { format: 'month-first' },
    score: { scale: 'csat' },
    text: '{Why?}',
    id: '{Respondent ID}',
  })
  const form = table(
    'typeform.csv',
    '#|How likely are you to recommend us?|Start Date (UTC)|Submit Date (UTC)\nabc|9|2024-03-01 10:00:00|2024-03-01 10:02:00',
  )
  expect(rule(form)).toMatchObject({ customer: '{#}', time: { value: '{Submit Date (UTC)}' }, score: { scale: 'nps' } })
  expect(infer(form).questions.map(({ code }) => code)).toEqual(['customer'])
})

test('what values do not settle is asked once, with what is assumed', () => {
  const { questions } = infer(table('log.csv', 'user_id|event|timestamp\na|x|01/02/2024 10:00\nb|y|03/04/2024 10:00'))
  expect(questions.map(({ code, field }) => [code, field])).toEqual([
    ['day-or-month-first', 'events[0].time.format'],
    ['time-zone', 'timezone'],
  ])
  expect(questions[0]?.text).toContain('day-first is assumed')
})

test('a table without times is refused with what was looked for', () => {
  const inferred = inferRecipe([table('churn.csv', 'churn|tenure\nNo|1\nYes|2')])
  expect(inferred.ok ? '' : inferred.error[0]?.message).toMatch(
    /^churn\.csv: found no column for a time and a touchpoint\. Say it with customer=COLUMN/,
  )
})

test('columns named like parts of the language do no harm', () => {
  const log = lines(
    'log.jsonl',
    { user_id: 'a', event: 'x', ...common, constructor: '1' },
    { user_id: 'b', event: 'y', ...common, toString: '2' },
  )
  expect(Object.keys(rule(log)?.properties ?? {})).toEqual(['constructor', 'toString'])
})
