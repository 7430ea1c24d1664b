import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wend } from '../app/wend.ts'
import type { Inbox, Thread, ThreadCounts, ThreadList } from '../contract/comments.ts'
import type { Person } from '../contract/people.ts'
import type { RouteName } from '../contract/routes.ts'
import { serverForTests, type AskedParts, type TestServer } from './server-for-tests.ts'

type JourneyMap = Parameters<Wend['state']['maps']['add']>[1]['map']
const noEvents = { sources: async () => [], close: async () => undefined } as unknown as Wend['events']
const stage = { id: 's1', name: 'Sign up', purpose: '', rule: '', steps: [{ id: 't1', name: 'Form', touchpoints: [] }] }
const card = (id: string, text: string) => ({
  id,
  lane: 'l1',
  stage: 's1',
  step: 't1',
  body: { kind: 'text', text },
  evidence: [],
  standing: { kind: 'assumed' },
})
const sample = {
  format: 'wend-map/1',
  title: 'Trial',
  summary: '',
  kind: 'as-is',
  personas: [],
  stages: [stage],
  lanes: [{ id: 'l1', kind: 'actions', name: 'Actions', hint: '' }],
  cards: [card('c1', 'Fills in the form'), card('c2', 'Waits for the mail')],
} as unknown as JourneyMap

let app: TestServer
let ada: number
let bo: number
let eve: number
beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => noEvents })
  ada = await person('Ada Moss', 'editor')
  bo = await person('Bo Lind', 'commenter')
  eve = await person('Eve Ray', 'viewer')
})
afterAll(() => app.close())

const person = (name: string, role: Person['role']): Promise<number> => app.addPerson(name, role)
let maps = 0
async function newMap(map: JourneyMap = sample): Promise<string> {
  const id = `map-${(maps += 1)}`
  await app.wend.state.maps.add(1, { id, map, at: 1, by: 'Owner' })
  return id
}

/** Asks as a person; the answer in its own shape, or the code of the refusal. */
const as = <T>(who: number, name: RouteName, parts: AskedParts = {}): Promise<T> => app.as<T>(who, name, parts)
const onCard = { kind: 'card', id: 'c1' }
const start = (who: number, id: string, text: string, target: object = onCard) =>
  as<Thread>(who, 'startThread', { params: { id }, body: { target, text } })
const inbox = (who: number) => as<Inbox>(who, 'listInbox')
const clear = async () => {
  for (const who of [1, ada, bo, eve]) await as(who, 'markAllRead')
}

describe('comments', () => {
  test('start on a card, a stage and the map, and are listed with what they are about', async () => {
    const id = await newMap()
    await start(ada, id, 'Why this form?')
    await start(bo, id, 'Is this one stage?', { kind: 'stage', id: 's1' })
    await start(bo, id, 'Who reads this map?', { kind: 'map', id })
    const list = await as<ThreadList>(eve, 'listThreads', { params: { id } })
    expect(list.total).toBe(3)
    expect(list.rows.map((row) => row.target).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'card', id: 'c1', name: 'Fills in the form', gone: false },
      { kind: 'map', id, name: 'Trial', gone: false },
      { kind: 'stage', id: 's1', name: 'Sign up', gone: false },
    ])
    const one = await as<ThreadList>(eve, 'listThreads', { params: { id }, query: { kind: 'card', target: 'c1' } })
    expect(one.rows.map((row) => row.comments.map((comment) => [comment.by.name, comment.text]))).toEqual([
      [['Ada Moss', 'Why this form?']],
    ])
    expect((await as<ThreadCounts>(eve, 'countThreads', { params: { id } })).rows).toContainEqual({ ...onCard, open: 1, resolved: 0 })
  })

  test('are refused on what is not on the map, and to viewers', async () => {
    const id = await newMap()
    expect(await start(ada, id, 'Hm', { kind: 'card', id: 'c9' })).toBe('target_not_found')
    expect(await start(ada, id, 'Hm', { kind: 'map', id: 'another' })).toBe('target_not_found')
    expect(await start(ada, 'no-map', 'Hm')).toBe('map_not_found')
    expect(await start(eve, id, 'Hm')).toBe('not_allowed')
    const { id: thread } = await start(bo, id, 'Hm')
    const params = { id, thread, comment: 1 }
    for (const [name, body] of [
      ['replyToThread', { text: 'a' }],
      ['resolveThread', { resolved: true }],
      ['editComment', { text: 'a' }],
      ['deleteComment', undefined],
    ] as const)
      expect([name, await as(eve, name, { params, body })]).toEqual([name, 'not_allowed'])
  })

  test('have a text of at most ten thousand characters', async () => {
    const id = await newMap()
    expect(await start(ada, id, '   ')).toBe('bad_request')
    expect(await start(ada, id, 'x'.repeat(10_001))).toBe('bad_request')
    expect((await start(ada, id, 'x'.repeat(10_000))).comments[0]?.text).toHaveLength(10_000)
  })

  test('are stored as they were written, markup and all', async () => {
    const id = await newMap()
    const text = '<img src=x onerror=alert(1)>\n**not bold** &amp; "quotes"'
    expect((await start(ada, id, text)).comments[0]?.text).toBe(text)
  })

  test('are changed and deleted only by who wrote them', async () => {
    const id = await newMap()
    const { id: thread } = await start(bo, id, 'Frist')
    const params = { id, thread, comment: 1 }
    expect(await as(1, 'editComment', { params, body: { text: 'Mine' } })).toBe('not_your_comment')
    expect(await as(ada, 'deleteComment', { params })).toBe('not_your_comment')
    const edited = await as<Thread>(bo, 'editComment', { params, body: { text: 'First' } })
    expect(edited.comments[0]).toMatchObject({ text: 'First', deleted: false })
    expect(edited.comments[0]?.editedAt).not.toBeNull()
    await as(ada, 'replyToThread', { params, body: { text: 'Second' } })
    await as(bo, 'deleteComment', { params })
    const left = await as<Thread>(ada, 'readThread', { params })
    expect(left.comments.map((comment) => [comment.text, comment.deleted])).toEqual([
      ['', true],
      ['Second', false],
    ])
    expect(await as(bo, 'editComment', { params, body: { text: 'Back' } })).toBe('comment_not_found')
    await as(ada, 'deleteComment', { params: { ...params, comment: 2 } })
    expect(await as(ada, 'readThread', { params })).toBe('thread_not_found')
  })

  test('are resolved, and open again with a reply', async () => {
    const id = await newMap()
    const { id: thread } = await start(ada, id, 'Done?')
    const params = { id, thread }
    const resolved = await as<Thread>(bo, 'resolveThread', { params, body: { resolved: true } })
    expect(resolved.resolved?.by.name).toBe('Bo Lind')
    const listed = async (state: string) => (await as<ThreadList>(ada, 'listThreads', { params, query: { state } })).total
    expect([await listed('open'), await listed('resolved'), await listed('all')]).toEqual([0, 1, 1])
    expect((await as<ThreadCounts>(ada, 'countThreads', { params })).rows).toEqual([{ ...onCard, open: 0, resolved: 1 }])
    expect((await as<Thread>(ada, 'replyToThread', { params, body: { text: 'No' } })).resolved).toBeNull()
    expect(await listed('open')).toBe(1)
  })

  test('keep the name of a card that was removed', async () => {
    const id = await newMap()
    await start(ada, id, 'Keep me')
    await app.wend.state.maps.replace(1, { id, map: { ...sample, cards: [] }, at: 2, by: 'Owner' })
    const { rows } = await as<ThreadList>(ada, 'listThreads', { params: { id } })
    expect(rows[0]?.target).toEqual({ ...onCard, name: 'Fills in the form', gone: true })
  })

  test('come in pages: a list has the first and the newest of each thread', async () => {
    const id = await newMap()
    const { id: thread } = await start(ada, id, 'Comment 1')
    for (let n = 2; n <= 25; n += 1) await as(ada, 'replyToThread', { params: { id, thread }, body: { text: `Comment ${n}` } })
    const { rows } = await as<ThreadList>(bo, 'listThreads', { params: { id } })
    expect(rows[0]?.total).toBe(25)
    expect(rows[0]?.comments.map((comment) => comment.number)).toEqual([1, ...Array.from({ length: 20 }, (_, at) => at + 6)])
    const page = await as<Thread>(bo, 'readThread', { params: { id, thread }, query: { limit: '4', offset: '1' } })
    expect(page.comments.map((comment) => comment.text)).toEqual(['Comment 2', 'Comment 3', 'Comment 4', 'Comment 5'])
  })
})

describe('the inbox', () => {
  test('tells whom a comment mentions, with the names of today, and never the writer', async () => {
    await clear()
    const id = await newMap()
    await start(ada, id, `@[${bo}] and @[${ada}]: ask @[${eve}]`)
    const told = await inbox(bo)
    expect(told.unread).toBe(1)
    expect(told.rows[0]).toMatchObject({
      kind: 'mention',
      by: { name: 'Ada Moss' },
      map: { id, title: 'Trial' },
      target: { ...onCard, name: 'Fills in the form' },
      text: '@Bo Lind and @Ada Moss: ask @Eve Ray',
      read: false,
    })
    expect((await inbox(eve)).unread).toBe(1)
    expect((await inbox(ada)).unread).toBe(0)
    await as(1, 'changePerson', { params: { id: bo }, body: { name: 'Bo Lindqvist' } })
    expect((await inbox(eve)).rows[0]?.text).toBe('@Bo Lindqvist and @Ada Moss: ask @Eve Ray')
  })

  test('tells of replies where one takes part, once for a comment that also mentions', async () => {
    const id = await newMap()
    await clear()
    const { id: thread } = await start(ada, id, 'What now?')
    const reply = (who: number, text: string) => as<Thread>(who, 'replyToThread', { params: { id, thread }, body: { text } })
    await reply(bo, 'No idea')
    expect((await inbox(ada)).rows[0]).toMatchObject({ kind: 'reply', text: 'No idea', read: false })
    expect((await inbox(bo)).unread).toBe(0)
    await reply(ada, `Think, @[${bo}]`)
    expect((await inbox(bo)).rows.filter((row) => !row.read).map((row) => row.kind)).toEqual(['mention'])
    expect((await inbox(1)).unread).toBe(0)
  })

  test('tells of people mentioned anew by an edit, and forgets deleted comments', async () => {
    const id = await newMap()
    await clear()
    const { id: thread } = await start(ada, id, `@[${bo}]`)
    const params = { id, thread, comment: 1 }
    await as(ada, 'editComment', { params, body: { text: `@[${bo}] @[${eve}]` } })
    expect([(await inbox(bo)).unread, (await inbox(eve)).unread]).toEqual([1, 1])
    await as(ada, 'deleteComment', { params })
    expect([(await inbox(bo)).unread, (await inbox(eve)).unread]).toEqual([0, 0])
  })

  test('refuses a mention of nobody', async () => {
    const id = await newMap()
    expect(await start(ada, id, 'Hello @[999999]')).toBe('person_not_found')
  })

  test('shows unread lines first and marks only one’s own', async () => {
    const id = await newMap()
    await clear()
    for (const text of ['one', 'two', 'three']) await start(ada, id, `@[${bo}] ${text}`)
    const [newest] = (await inbox(bo)).rows
    if (!newest) throw new Error('nothing in the inbox')
    expect(await as(eve, 'markRead', { params: { id: newest.id }, body: { read: true } })).toBe('notification_not_found')
    await as(bo, 'markRead', { params: { id: newest.id }, body: { read: true } })
    const after = await inbox(bo)
    expect(after.unread).toBe(2)
    expect(after.rows.slice(0, 3).map((row) => row.read)).toEqual([false, false, true])
    await as(bo, 'markRead', { params: { id: newest.id }, body: { read: false } })
    expect((await inbox(bo)).unread).toBe(3)
    await as(bo, 'markAllRead')
    expect((await inbox(bo)).unread).toBe(0)
    expect((await as<Inbox>(bo, 'listInbox', { query: { limit: '1', offset: '1' } })).rows).toHaveLength(1)
  })
})
