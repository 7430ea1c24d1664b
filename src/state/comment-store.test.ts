import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { StoredTarget, Told } from './stored-comments.ts'

const map = { workspace: 1, map: 'm' }
const card = { kind: 'card', id: 'c1', name: 'Too slow' } as const satisfies StoredTarget
const key = (thread: string, more: object = {}) => ({ ...map, thread, ...more })
const said = (text: string, at: number, more: object = {}) => ({ person: 1, text, at, mentioned: [], told: [], ...more })
const told = (id: string, person: number, kind: Told['kind'] = 'reply'): Told => ({ id, person, kind })
const all = { state: 'all', limit: 100, offset: 0 } as const

describeStates('comments', (state) => {
  const start = (id: string, target: StoredTarget, comment: ReturnType<typeof said>) =>
    state.store.comments.start(map, { id, target }, comment)

  test('are kept in threads, last changed first, with pages, by state and by target', async () => {
    const { comments } = state.store
    await start('a', card, said('First', 1_700_000_000_001))
    await start('b', { kind: 'stage', id: 's1', name: 'Order' }, said('Second', 1_700_000_000_002))
    await start('c', card, said('Third', 1_700_000_000_003))
    expect(await comments.reply(key('a'), said('Answer', 1_700_000_000_004), 'Much too slow')).toBe(2)
    expect(await comments.resolve(key('b'), { person: 7, at: 1_700_000_000_005 })).toBe(true)
    await state.reopen()
    const list = async (more: object = {}) => (await state.store.comments.threads(map, { ...all, ...more })).rows.map((row) => row.id)
    expect(await list()).toEqual(['a', 'c', 'b'])
    expect(await list({ limit: 1, offset: 1 })).toEqual(['c'])
    expect(await list({ state: 'open' })).toEqual(['a', 'c'])
    expect(await list({ state: 'resolved' })).toEqual(['b'])
    expect(await list({ target: { kind: 'stage', id: 's1' } })).toEqual(['b'])
    expect(await state.store.comments.threads(map, { ...all, limit: 1 })).toMatchObject({
      total: 3,
      rows: [{ comments: 2, target: { ...card, name: 'Much too slow' }, createdAt: 1_700_000_000_001, changedAt: 1_700_000_000_004 }],
    })
    expect(await state.store.comments.thread(key('b'))).toMatchObject({ resolvedAt: 1_700_000_000_005, resolvedBy: 7 })
    expect(await state.store.comments.counts(map)).toEqual([
      { kind: 'card', id: 'c1', open: 2, resolved: 0 },
      { kind: 'stage', id: 's1', open: 0, resolved: 1 },
    ])
  })

  test('open a resolved thread again when somebody replies, and when it is opened', async () => {
    const { comments } = state.store
    await start('a', card, said('First', 1))
    await comments.resolve(key('a'), { person: 1, at: 2 })
    await comments.reply(key('a'), said('No', 3), 'Too slow')
    expect(await comments.thread(key('a'))).toMatchObject({ resolvedAt: null, resolvedBy: null })
    await comments.resolve(key('a'), { person: 1, at: 4 })
    expect(await comments.resolve(key('a'), null)).toBe(true)
    expect((await comments.thread(key('a')))?.resolvedAt).toBeNull()
    expect(await comments.resolve(key('none'), null)).toBe(false)
    expect(await comments.reply(key('none'), said('Hello?', 5), '')).toBeUndefined()
  })

  test('get each number once when many reply at the same moment', async () => {
    await start('a', card, said('First', 1))
    const numbers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => state.store.comments.reply(key('a'), said(`Reply ${index}`, 2), 'Too slow')),
    )
    expect(numbers.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 2))
    expect((await state.store.comments.thread(key('a')))?.comments).toBe(13)
    expect((await state.store.comments.comments(key('a'), { limit: 5, offset: 10 })).map((one) => one.number)).toEqual([11, 12, 13])
  })

  test('show the first and the newest of each thread', async () => {
    await start('a', card, said('a1', 1))
    await start('b', card, said('b1', 1))
    for (const text of ['a2', 'a3', 'a4']) await state.store.comments.reply(key('a'), said(text, 2), '')
    const { rows } = await state.store.comments.threads(map, all)
    expect((await state.store.comments.newest(map, rows, 2)).map((one) => one.text)).toEqual(['a1', 'a3', 'a4', 'b1'])
    expect(await state.store.comments.newest(map, [], 2)).toEqual([])
  })

  test('are edited with new mentions, emptied when deleted, and take the thread along when nothing is left', async () => {
    const { comments, notifications } = state.store
    await start('a', card, said('@Bo look', 1, { mentioned: [2], told: [told('n1', 2, 'mention')] }))
    await comments.reply(key('a'), said('Yes', 2, { person: 2, told: [told('n2', 1)] }), 'Too slow')
    expect(await comments.taking(key('a'))).toEqual([1, 2])
    await comments.edit(key('a', { number: 1 }) as never, said('@Eve look', 3, { mentioned: [3], told: [told('n3', 3, 'mention')] }))
    expect(await comments.comment({ ...key('a'), number: 1 })).toMatchObject({ text: '@Eve look', createdAt: 1, editedAt: 3 })
    expect(await comments.taking(key('a'))).toEqual([1, 2, 3])
    await comments.remove({ ...key('a'), number: 2 }, 4)
    expect(await comments.comment({ ...key('a'), number: 2 })).toMatchObject({ text: '', deletedAt: 4 })
    expect(await comments.taking(key('a'))).toEqual([1, 3])
    expect(await notifications.unread(1, 1)).toBe(0)
    await comments.remove({ ...key('a'), number: 1 }, 5)
    expect(await comments.thread(key('a'))).toBeUndefined()
    expect(await comments.comments(key('a'), { limit: 10, offset: 0 })).toEqual([])
    expect(await notifications.list(1, 3, { limit: 10, offset: 0 })).toEqual({ total: 0, rows: [] })
  })

  test('keep every text, and are nothing to another workspace or map', async () => {
    await start('a', { ...card, name: hostileTexts[0] ?? '' }, said('First', 1))
    for (const text of hostileTexts) await state.store.comments.reply(key('a'), said(text, 2), text)
    const kept = await state.store.comments.comments(key('a'), { limit: 100, offset: 1 })
    expect(kept.map((one) => one.text)).toEqual(hostileTexts)
    // PostgreSQL cannot hold U+0000; nothing else of the text may be lost, and nothing may fail.
    const number = (await state.store.comments.reply(key('a'), said('be\u0000fore', 3), '')) ?? 0
    expect((await state.store.comments.comment({ ...key('a'), number }))?.text).toMatch(/^be[\u0000\ufffd]fore$/)
    for (const other of [
      { workspace: 2, map: 'm' },
      { workspace: 1, map: 'other' },
    ]) {
      expect(await state.store.comments.threads(other, all)).toEqual({ total: 0, rows: [] })
      expect(await state.store.comments.counts(other)).toEqual([])
      expect(await state.store.comments.thread({ ...other, thread: 'a' })).toBeUndefined()
      expect(await state.store.comments.comments({ ...other, thread: 'a' }, { limit: 10, offset: 0 })).toEqual([])
      expect(await state.store.comments.reply({ ...other, thread: 'a' }, said('Mine', 9), '')).toBeUndefined()
      expect(await state.store.comments.resolve({ ...other, thread: 'a' }, { person: 1, at: 9 })).toBe(false)
      expect(await state.store.comments.taking({ ...other, thread: 'a' })).toEqual([])
    }
  })

  test('are told to people: unread first, marked one by one or all, by their own', async () => {
    const { comments, notifications, people, workspaces } = state.store
    await workspaces.ensure({ id: 1, name: 'First' }, { id: 1, name: 'Owner', role: 'owner' }, 1)
    const bo = await people.add(1, { name: 'Bo', role: 'editor' })
    await start('a', card, said('One', 1_700_000_000_001, { told: [told('n1', bo.id, 'mention'), told('n2', 9)] }))
    await comments.reply(key('a'), said('Two', 1_700_000_000_002, { told: [told('n3', bo.id)] }), 'Too slow')
    await comments.reply(key('a'), said('Three', 1_700_000_000_003, { told: [told('n4', bo.id)] }), 'Too slow')
    expect(await notifications.mark(1, bo.id, { id: 'n4', readAt: 1_700_000_000_009 })).toBe(true)
    expect(await notifications.mark(1, 9, { id: 'n4', readAt: null })).toBe(false)
    expect(await notifications.mark(2, bo.id, { id: 'n4', readAt: null })).toBe(false)
    const { total, rows } = await notifications.list(1, bo.id, { limit: 10, offset: 0 })
    expect([total, rows.map((row) => row.id)]).toEqual([3, ['n3', 'n1', 'n4']])
    expect(rows[1]).toEqual({
      id: 'n1',
      person: bo.id,
      kind: 'mention',
      map: 'm',
      mapTitle: null,
      thread: 'a',
      comment: 1,
      by: 1,
      at: 1_700_000_000_001,
      readAt: null,
      target: card,
      text: 'One',
    })
    expect((await notifications.list(1, bo.id, { limit: 1, offset: 2 })).rows.map((row) => row.id)).toEqual(['n4'])
    expect(await notifications.list(2, bo.id, { limit: 10, offset: 0 })).toEqual({ total: 0, rows: [] })
    await notifications.markAll(1, bo.id, 1_700_000_000_010)
    expect([await notifications.unread(1, bo.id), await notifications.unread(1, 9)]).toEqual([0, 1])
    expect(await comments.names(1, [1, bo.id, 99])).toEqual(
      new Map([
        [1, 'Owner'],
        [bo.id, 'Bo'],
      ]),
    )
    expect(await comments.names(2, [1, bo.id])).toEqual(new Map())
    expect(await comments.names(1, [])).toEqual(new Map())
  })
})
