import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AlertRule, Alerts } from '../contract/alerts.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
const week = 7 * 86_400_000
const monday = Date.UTC(2025, 0, 6)
const recipe = `wend: recipe/1
name: log
timezone: UTC
events:
  - from: log
    customer: '{id}'
    touchpoint: '{touchpoint}'
    time: { value: '{time}', format: iso }
files:
  log: { match: '*.csv' }
`

/** Forty people a week go from Home to Cart within an hour; from the twentieth week on it takes two days. */
const lines = Array.from({ length: 30 }, (_, at) => at).flatMap((at) =>
  Array.from({ length: 40 }, (_one, person) => {
    const begin = monday + at * week + person * 3_600_000
    const wait = at < 20 ? (person + 1) * 60_000 : 2 * 86_400_000 + person * 60_000
    return [`p${at}-${person},Home,${new Date(begin).toISOString()}`, `p${at}-${person},Cart,${new Date(begin + wait).toISOString()}`]
  }).flat(),
)
const put = async (some: readonly string[]): Promise<void> => {
  const uploads = [await app.upload('log.csv', ['id,touchpoint,time', ...some].join('\n'))]
  const { job } = (await app.ask('importFiles', { body: { uploads, recipe, source: 'web' } })) as { readonly job: string }
  expect((await app.follow(job)).at(-1)?.state).toBe('done')
}
const alerts = async (): Promise<Alerts> => (await app.ask('listAlerts')) as Alerts
const rule = { name: 'Slower', definition: 'every-event', measure: 'time', touchpoint: 'Home', least: 0.3, bucket: 'week' }

beforeAll(async () => {
  app = await serverForTests()
  const { rows } = (await app.ask('listDefinitions')) as { readonly rows: readonly { readonly id: string }[] }
  rule.definition = rows[0]!.id
  await put(lines)
}, 60_000)
afterAll(() => app.close())

const check = async (): Promise<void> => {
  const { job } = (await app.ask('checkAlerts')) as { readonly job: string }
  expect((await app.follow(job)).at(-1)?.state).toBe('done')
}

test('an alert tells of a change once, in the week in which it came, until somebody has seen it', async () => {
  const { id } = (await app.ask('addAlert', { body: rule })) as AlertRule
  await app.ask('addAlert', { body: { ...rule, name: 'Elsewhere', touchpoint: 'Blog' } })
  await app.ask('addAlert', { body: { ...rule, name: 'Larger than all', least: 2 } })
  await check()
  await check()
  const { fired } = await alerts()
  expect(fired).toMatchObject([{ rule: id, name: 'Slower', since: monday + 20 * week, seenBy: null }])
  expect(fired[0]!.sentence).toContain('From "Home" to "Cart" takes more time')
  await app.ask('seeAlert', { body: { key: fired[0]!.key } })
  expect((await alerts()).fired[0]!.seenBy).not.toBeNull()
}, 60_000)

test('a rule is removed, one of a definition that is not there is refused, and a viewer sets none', async () => {
  const { rules } = await alerts()
  for (const { id } of rules.slice(1)) await app.ask('removeAlert', { params: { id } })
  expect((await alerts()).rules).toHaveLength(1)
  expect(await app.refusal('addAlert', { body: { ...rule, definition: 'gone' } })).toMatchObject({ code: 'definition_not_found' })
  const viewer = await app.addPerson('Vi', 'viewer')
  expect(await app.as(viewer, 'addAlert', { body: rule })).toBe('not_allowed')
})
