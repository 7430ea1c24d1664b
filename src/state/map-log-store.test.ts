import { expect, test } from 'vitest'
import { emptyMap } from '../../test/fixtures/empty-map.ts'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { LoggedUpdate } from './map-log-store.ts'

const update = (number: number, more: Partial<LoggedUpdate> = {}): LoggedUpdate => ({
  workspace: 1,
  map: 'm',
  number,
  at: 1_700_000_000_000 + number,
  by: 'Ada',
  data: Uint8Array.of(number % 256, 0, 255),
  touched: { cards: [`c${number}`] },
  ...more,
})
const everyByte = Uint8Array.from({ length: 256_000 }, (_, index) => index % 256)

describeStates('the log of maps', (state) => {
  test('takes thousands of updates at once and lists who touched what by pages', async () => {
    await state.store.mapLog.start(1, 'm', everyByte)
    await state.store.mapLog.append(Array.from({ length: 2500 }, (_, index) => update(index + 1)))
    await state.reopen()
    const log = await state.store.mapLog.load(1, 'm')
    expect([log?.updates.length, log?.number, log?.at]).toEqual([2500, 2500, 1_700_000_002_500])
    expect(log?.updates[2299]).toEqual(update(2300).data)
    expect(log?.state).toEqual(everyByte)
    const page = await state.store.mapLog.activity(1, 'm', { limit: 1000, offset: 2000 })
    expect([page.total, page.rows.length, page.rows[0]?.number, page.rows.at(-1)]).toEqual([
      2500,
      500,
      500,
      { number: 1, at: 1_700_000_000_001, by: 'Ada', touched: { cards: ['c1'] } },
    ])
    expect((await state.store.mapLog.activity(1, 'm', { limit: 10, offset: 2500 })).rows).toEqual([])
  })

  test('gives a number to one of many writers, and keeps nothing of the others', async () => {
    const writers = Array.from({ length: 8 }, (_, index) =>
      state.store.mapLog.append([update(1, { by: `Person ${index}` }), update(2, { by: `Person ${index}` })]),
    )
    const settled = await Promise.allSettled(writers)
    expect(settled.filter((one) => one.status === 'fulfilled').length).toBe(1)
    const { rows } = await state.store.mapLog.activity(1, 'm', { limit: 10, offset: 0 })
    expect([rows.length, new Set(rows.map((row) => row.by)).size]).toEqual([2, 1])
  })

  test('is whole while it is merged and read at the same moment', async () => {
    await state.store.mapLog.start(1, 'm', Uint8Array.of(0))
    await state.store.mapLog.append(Array.from({ length: 40 }, (_, index) => update(index + 1)))
    const merging = Array.from({ length: 8 }, (_, index) =>
      state.store.mapLog.compact(1, 'm', { state: Uint8Array.of(index), number: (index + 1) * 5 }),
    )
    const reading = Array.from({ length: 8 }, () => state.store.mapLog.load(1, 'm'))
    await Promise.all(merging)
    for (const log of await Promise.all(reading)) {
      const held = log!.updates.length === 40 ? 0 : (log!.state[0]! + 1) * 5
      expect(held + log!.updates.length).toBe(40)
    }
    expect(await state.store.mapLog.load(1, 'm')).toMatchObject({ state: Uint8Array.of(7), updates: [], number: 40, by: 'Ada' })
  })

  test('keeps large updates and every name, and is nothing to another workspace or map', async () => {
    await state.store.mapLog.start(1, 'm', Uint8Array.of())
    await state.store.mapLog.append(
      hostileTexts.map((by, index) => update(index + 1, { by, data: everyByte, touched: { cards: [by, '\u0000'] } })),
    )
    const { rows } = await state.store.mapLog.activity(1, 'm', { limit: 100, offset: 0 })
    expect(rows.toReversed().map((row) => [row.by, row.touched])).toEqual(hostileTexts.map((by) => [by, { cards: [by, '\u0000'] }]))
    const log = await state.store.mapLog.load(1, 'm')
    expect(log?.state).toEqual(Uint8Array.of())
    expect(log?.updates.every((one) => Buffer.from(one).equals(everyByte))).toBe(true)
    for (const [workspace, map] of [
      [2, 'm'],
      [1, 'M'],
    ] as const) {
      expect(await state.store.mapLog.load(workspace, map)).toBeUndefined()
      expect(await state.store.mapLog.last(workspace, map)).toBe(0)
      expect(await state.store.mapLog.activity(workspace, map, { limit: 10, offset: 0 })).toEqual({ total: 0, rows: [] })
      await state.store.mapLog.compact(workspace, map, { state: Uint8Array.of(1), number: 9 })
    }
    expect((await state.store.mapLog.load(1, 'm'))?.updates.length).toBe(hostileTexts.length)
  })

  test('says that a copy is behind only of maps that are there', async () => {
    for (const id of ['m', 'gone']) await state.store.maps.add(1, { id, map: emptyMap(id), at: 1, by: 'Ada' })
    await state.store.mapLog.append([update(1), update(1, { map: 'gone' }), update(1, { map: 'never' })])
    await state.store.maps.remove(1, { id: 'gone', at: 2, by: 'Ada' })
    expect(await state.store.mapLog.behind()).toEqual([{ workspace: 1, map: 'm' }])
    await state.store.maps.restore(1, 'gone')
    expect((await state.store.mapLog.behind()).map((one) => one.map).toSorted()).toEqual(['gone', 'm'])
  })
})
