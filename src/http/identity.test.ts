import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Identity } from '../contract/identity.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
const recipe = `wend: recipe/1
name: ids
timezone: UTC
events:
  - from: log
    customer: '{id}'
    touchpoint: '{touchpoint}'
    time: { value: '{time}', format: iso }
    properties: { user: '{user}', email: '{email}' }
files:
  log: { match: '*.csv' }
`
const put = async (name: string, lines: readonly string[]): Promise<void> => {
  const uploads = [await app.upload(name, ['id,touchpoint,time,user,email', ...lines].join('\n'))]
  const { job } = (await app.ask('importFiles', { body: { uploads, recipe, source: 'web' } })) as { readonly job: string }
  expect((await app.follow(job)).at(-1)?.state).toBe('done')
}
const done = async (started: Promise<unknown>): Promise<Identity> => {
  const { job } = (await started) as { readonly job: string }
  expect((await app.follow(job)).at(-1)?.state).toBe('done')
  return (await app.ask('getIdentity')) as Identity
}
const customers = async (): Promise<number> => {
  const answer = (await app.ask('askQuestion', { body: { question: { question: 'overview' } } })) as {
    readonly rows: readonly { readonly customers: number }[]
  }
  return answer.rows[0]!.customers
}
const rules = {
  strong: { sources: [], prefixes: [] },
  rules: [
    { kind: 'same-event', property: 'user', strong: true },
    { kind: 'shared-key', property: 'email', form: 'email', most: 4 },
  ],
}

beforeAll(async () => {
  app = await serverForTests()
  await put('a.csv', [
    'd1,Home,2025-01-01,,',
    'd1,Login,2025-01-02,u1,',
    'u1,Buy,2025-01-03,,A@b.c',
    'm1,Ticket,2025-01-04,,a@b.c',
    'd2,Home,2025-01-01,,',
    'd3,Login,2025-01-02,u1,',
    'd3,Login,2025-01-03,u2,',
  ])
})
afterAll(() => app.close())

test('without rules every id is a customer; rules join ids, say why, and what they refuse', async () => {
  expect(await app.ask('getIdentity')).toMatchObject({ rules: { rules: [] }, ids: 0 })
  expect(await customers()).toBe(5)
  const identity = await done(app.ask('changeIdentity', { body: rules }))
  expect(identity).toMatchObject({ counts: { joined: 2, refused: 2, undone: 0 }, ids: 3, customers: 1 })
  expect(await customers()).toBe(3)
  const listed = (await app.ask('listJoins', { query: { state: 'refused' } })) as { readonly rows: readonly { readonly why: string }[] }
  expect(listed.rows[0]?.why).toBe('"u1" and "u2" both claim it; it cannot be told whose it is')
})

test('a join is taken back by a person, remembered with the name, and can be made again', async () => {
  const join = { a: 'd1', b: 'u1', key: '' }
  const without = await done(app.ask('undoJoin', { body: join }))
  expect(without.undone).toMatchObject([{ ...join, by: expect.any(String) as string }])
  expect(await customers()).toBe(4)
  await put('b.csv', ['d1,Home,2025-02-01,,'])
  expect(await customers()).toBe(4)
  await done(app.ask('redoJoin', { body: join }))
  expect(await customers()).toBe(3)
})

test('events of a later import join by the rules that are there', async () => {
  await put('c.csv', ['d9,Login,2025-03-01,u1,'])
  expect(await customers()).toBe(3)
  expect(await app.ask('listJoins', { query: { find: 'd9' } })).toMatchObject({ total: 1, rows: [{ a: 'd9', b: 'u1', state: 'joined' }] })
})

test('a rule that makes no sense is refused with its place, and a viewer changes nothing', async () => {
  const bad = await app.refusal('changeIdentity', {
    body: { ...rules, rules: [{ kind: 'shared-key', property: 'email', form: 'email', most: 1 }] },
  })
  expect(JSON.stringify(bad)).toContain('most')
  const viewer = await app.addPerson('Vi', 'viewer')
  expect(await app.as(viewer, 'changeIdentity', { body: rules })).toBe('not_allowed')
  expect(await app.as(viewer, 'undoJoin', { body: { a: 'd1', b: 'u1', key: '' } })).toBe('not_allowed')
})
