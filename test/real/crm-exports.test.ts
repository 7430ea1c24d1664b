import { afterAll, beforeAll, expect, test } from 'vitest'
import { testData } from '../test-data.ts'
import { openStore, type OpenedStore } from './opened-store.ts'

let opened: OpenedStore
let workspace = 0
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

test.each([
  [['hubspot/email_event_data.csv']],
  [['hubspot/ticket_data.csv', 'hubspot/ticket_contact_data.csv']],
  [['zendesk/ticket_data.csv']],
  [['salesforce/sf_event_data.csv']],
  [['salesforce/sf_task_data.csv']],
  [['qualtrics/survey_response.csv']],
])('every row of %j is accounted for by the recipe that is worked out, and none is stored twice', async (names) => {
  const paths = names.map((name) => testData('crm-exports', ...name.split('/')))
  const first = await opened.importPaths(++workspace, paths)
  const { read, stored, refused, duplicates, unused } = first.rows
  expect(read).toBeGreaterThan(0)
  expect(read).toBe(stored + refused + duplicates + unused)
  expect(first.events.made).toBe(first.events.stored + first.events.refused + first.events.duplicates)
  expect(first.reasons.reduce((sum, { rows }) => sum + rows, 0)).toBe(refused)
  expect((await opened.store.refused(workspace, first.number, { limit: 1000, offset: 0 })).total).toBe(refused)
  const again = await opened.importPaths(workspace, paths)
  expect(again.rows).toMatchObject({ read, stored: 0, refused })
})
