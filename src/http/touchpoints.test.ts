import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LibraryList, RulesPreview, Unmapped, WrittenTouchpoint } from '../contract/touchpoints.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
let names: readonly { readonly name: string; readonly events: number }[]
beforeAll(async () => {
  app = await serverForTests()
  const { job } = (await app.ask('startDemo', { body: { preset: 'shop' } })) as { readonly job: string }
  const last = (await app.follow(job)).at(-1)
  if (last?.state !== 'done') throw new Error(`the demo ended ${JSON.stringify(last)} ${String(app.logged)}`)
  names = ((await app.ask('getVocabulary')) as { readonly touchpoints: typeof names }).touchpoints
})
afterAll(() => app.close())

const add = async (body: object): Promise<WrittenTouchpoint> => (await app.ask('addTouchpoint', { body })) as WrittenTouchpoint
const library = async (): Promise<LibraryList> => (await app.ask('listTouchpoints')) as LibraryList
const unmapped = async (): Promise<Unmapped> => (await app.ask('unmappedNames', { query: { limit: '1000' } })) as Unmapped
const events = (of: typeof names): number => of.reduce((sum, one) => sum + one.events, 0)
const remove = (id: string) => app.ask('removeTouchpoint', { params: { id } })

test('rules take names by what they say, count their events, and leave the rest unmapped', async () => {
  expect(await unmapped()).toMatchObject({ total: names.length, events: events(names) })
  const pages = await add({ name: 'Pages', rules: [{ kind: 'contains', text: 'page' }] })
  const ours = names.filter(({ name }) => name.toLowerCase().includes('page'))
  expect(ours.length).toBeGreaterThan(1)
  expect((await library()).rows).toMatchObject([{ id: pages.id, names: ours.length, events: events(ours), maps: [] }])
  expect(await unmapped()).toMatchObject({ total: names.length - ours.length, events: events(names) - events(ours) })
  await remove(pages.id)
})

test('an exact name wins over a wider rule, the order decides between others, and a preview tells both', async () => {
  const wide = await add({ name: 'Wide', rules: [{ kind: 'pattern', text: '*page*' }] })
  const preview = (await app.ask('previewRules', {
    body: {
      rules: [
        { kind: 'exact', text: 'Product page' },
        { kind: 'starts', text: 'payment' },
      ],
    },
  })) as RulesPreview
  const product = names.find(({ name }) => name === 'Product page')!
  expect(preview.rules[0]).toEqual({ names: 1, events: product.events })
  expect(preview.rows.find((row) => row.name === 'Product page')).toMatchObject({ wins: true, claimedBy: { id: wide.id, name: 'Wide' } })
  expect(preview.rows.find((row) => row.name === 'Payment page')).toMatchObject({ wins: false, claimedBy: { id: wide.id, name: 'Wide' } })
  const narrow = await add({ name: 'Narrow', rules: [{ kind: 'starts', text: 'payment page' }] })
  const caught = async () => (await library()).rows.map(({ name, names: count }) => [name, count])
  const before = await caught()
  await app.ask('changeTouchpoint', { params: { id: narrow.id }, body: { before: wide.id } })
  const after = await caught()
  expect(before).toEqual([
    ['Wide', (after[1]![1] as number) + 1],
    ['Narrow', 0],
  ])
  expect(after[0]).toEqual(['Narrow', 1])
  await remove(wide.id)
  await remove(narrow.id)
})

test('a name is used once, whatever its capitals, also when many are added at once', async () => {
  const attempts = await Promise.allSettled(['Shop', 'shop', 'SHOP'].map((name) => add({ name })))
  expect(attempts.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const [shop] = (await library()).rows
  expect((await app.refusal('addTouchpoint', { body: { name: ' sHop ' } })).code).toBe('touchpoint_in_use')
  await remove(shop!.id)
  const other = await add({ name: 'Shop' })
  expect((await app.refusal('restoreTouchpoint', { params: { id: shop!.id } })).code).toBe('touchpoint_in_use')
  await remove(other.id)
  expect(await app.ask('restoreTouchpoint', { params: { id: shop!.id } })).toMatchObject({ id: shop!.id })
  await remove(shop!.id)
})

test('merging keeps the rules of both once', async () => {
  const a = await add({
    name: 'A',
    rules: [
      { kind: 'exact', text: 'Product page' },
      { kind: 'starts', text: 'Cart' },
    ],
  })
  const b = await add({ name: 'B', team: 'Web', rules: [{ kind: 'starts', text: 'Cart' }] })
  const merged = await app.ask('mergeTouchpoint', { params: { id: a.id }, body: { into: b.id } })
  expect(merged).toMatchObject({
    id: b.id,
    name: 'B',
    team: 'Web',
    rules: [
      { kind: 'starts', text: 'Cart' },
      { kind: 'exact', text: 'Product page' },
    ],
  })
  expect((await library()).rows.map((row) => row.id)).toEqual([b.id])
  const merge = async (id: string, into: string) => (await app.refusal('mergeTouchpoint', { params: { id }, body: { into } })).code
  expect(await merge(b.id, b.id)).toBe('touchpoint_with_itself')
  expect(await merge(a.id, b.id)).toBe('touchpoint_not_found')
  await remove(b.id)
})

test('names of the events become touchpoints in one go, and only once', async () => {
  expect(await app.ask('seedTouchpoints')).toEqual({ added: names.length })
  expect(await unmapped()).toEqual({ total: 0, events: 0, rows: [] })
  expect(await app.ask('seedTouchpoints')).toEqual({ added: 0 })
  const { rows } = await library()
  expect(rows.map((row) => [row.name, row.events])).toEqual(names.map(({ name, events: count }) => [name, count]))
  for (const row of rows) await remove(row.id)
})

test('hostile words stay words, and limits hold', async () => {
  const text = `*%_'"; drop table touchpoints; --${'*a'.repeat(300)}`
  const hostile = await add({ name: '<img src=x onerror=alert(1)>', rules: [{ kind: 'pattern', text }] })
  expect(await app.ask('previewRules', { body: { rules: [{ kind: 'pattern', text }] } })).toMatchObject({ names: 0, rows: [] })
  await remove(hostile.id)
  const refused = async (body: object) => (await app.refusal('addTouchpoint', { body })).code
  expect(await refused({ name: '' })).toBe('bad_request')
  expect(await refused({ name: 'x', rules: [{ kind: 'regex', text: '(a+)+$' }] })).toBe('bad_request')
  expect(await refused({ name: 'x', rules: Array.from({ length: 201 }, () => ({ kind: 'exact', text: 'a' })) })).toBe('bad_request')
  const many = Array.from({ length: 200 }, (_, index) => ({ kind: 'exact', text: `name ${index}` }))
  for (let index = 0; index < 50; index += 1) await add({ name: `Full ${index}`, rules: many })
  expect(await refused({ name: 'One more', rules: [{ kind: 'exact', text: 'a' }] })).toBe('library_full')
})
