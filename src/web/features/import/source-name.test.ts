import { expect, test } from 'vitest'
import { sourceName } from './source-name.ts'

test.each([
  ['zendesk_tickets-2025-01.csv.gz', 'Zendesk tickets'],
  ['web.events.jsonl', 'Web events'],
  ['2025.csv', 'Files'],
  ['Umfrage.parquet', 'Umfrage'],
])('%s comes from %s', (file, name) => expect(sourceName([file])).toBe(name))

test('no file still has a name', () => expect(sourceName([])).toBe('Files'))

test('several files are named for what their names share', () => {
  expect(sourceName(['olist_customers_dataset.csv', 'olist_orders_dataset.csv'])).toBe('Olist')
  expect(sourceName(['tickets.csv', 'users.csv'])).toBe('Tickets')
})
