import { expect, test } from 'vitest'
import { emptyMap } from '../../test/fixtures/empty-map.ts'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { StoredVersion } from './stored-versions.ts'

const map = { workspace: 1, map: 'm' }
const version = (id: string, more: Partial<StoredVersion> = {}): Omit<StoredVersion, 'number'> => ({
  id,
  kind: 'automatic',
  name: null,
  at: 1_700_000_000_000,
  by: 'Ada',
  authors: ['Ada', 'Bo'],
  hash: `hash-${id}`,
  content: `content of ${id}`,
  ...more,
})

describeStates('versions', (state) => {
  test('are numbered in each map, listed newest first with pages, and come back whole', async () => {
    const { versions } = state.store
    expect(await versions.newest(map)).toBeUndefined()
    for (const id of ['a', 'b', 'c']) await versions.add(map, version(id, { content: 'x'.repeat(2_000_000) }))
    expect((await versions.add({ workspace: 1, map: 'other' }, version('a'))).number).toBe(1)
    await state.reopen()
    const list = await state.store.versions.list(map, { limit: 2, offset: 1 })
    expect([list.total, list.rows.map((row) => [row.id, row.number])]).toEqual([
      3,
      [
        ['b', 2],
        ['a', 1],
      ],
    ])
    expect(list.rows[0]).not.toHaveProperty('content')
    expect(await state.store.versions.get({ ...map, version: 'b' })).toEqual({
      ...version('b', { content: 'x'.repeat(2_000_000) }),
      number: 2,
    })
    expect((await state.store.versions.newest(map))?.id).toBe('c')
  })

  test('get different numbers when they are kept at the same moment', async () => {
    const lines = await Promise.all(Array.from({ length: 10 }, (_, index) => state.store.versions.add(map, version(`v${index}`))))
    expect(lines.map((line) => line.number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1))
  })

  test('become named, are counted as such and are removed only by their map', async () => {
    const { versions } = state.store
    for (const [index, name] of hostileTexts.entries())
      await versions.add(map, version(`v${index}`, { name, kind: 'named', by: name, authors: [name] }))
    expect((await versions.list(map, { limit: 100, offset: 0 })).rows.map((row) => [row.name, row.by, row.authors[0]])).toEqual(
      hostileTexts.map((text) => [text, text, text]).toReversed(),
    )
    await versions.add(map, version('auto'))
    expect(await versions.named(map)).toBe(hostileTexts.length)
    expect(await versions.rename({ ...map, version: 'auto' }, 'Kept')).toBe(true)
    expect(await versions.rename({ ...map, version: 'none' }, 'Kept')).toBe(false)
    expect(await versions.named(map)).toBe(hostileTexts.length + 1)
    for (const other of [
      { workspace: 2, map: 'm' },
      { workspace: 1, map: 'other' },
    ]) {
      expect(await versions.list(other, { limit: 10, offset: 0 })).toEqual({ total: 0, rows: [] })
      expect(await versions.get({ ...other, version: 'auto' })).toBeUndefined()
      expect(await versions.rename({ ...other, version: 'auto' }, 'Stolen')).toBe(false)
      expect(await versions.remove(other, ['auto'])).toBe(0)
      expect(await versions.named(other)).toBe(0)
    }
    expect(await versions.remove(map, [])).toBe(0)
    expect(await versions.remove(map, ['auto', 'v0', 'none'])).toBe(2)
    await versions.add(map, version('next'))
    expect((await versions.newest(map))?.id).toBe('next')
  })

  test('know who changed the map since, and which maps have changed after their newest version', async () => {
    const { maps, mapLog, versions } = state.store
    const update = { ...map, data: Uint8Array.of(0), touched: {} }
    await mapLog.append([
      { ...update, number: 1, at: 10, by: 'Ada' },
      { ...update, number: 2, at: 20, by: 'Bo' },
      { ...update, number: 3, at: 30, by: 'Ada' },
      { ...update, workspace: 2, number: 1, at: 40, by: 'Eve' },
    ])
    expect(await versions.changesSince(map, 0)).toEqual([
      { by: 'Ada', first: 10, last: 30 },
      { by: 'Bo', first: 20, last: 20 },
    ])
    expect(await versions.changesSince(map, 20)).toEqual([{ by: 'Ada', first: 30, last: 30 }])
    for (const id of ['m', 'n', 'gone']) await maps.add(1, { id, map: emptyMap(id), at: 100, by: 'Ada' })
    await maps.remove(1, { id: 'gone', at: 101, by: 'Ada' })
    expect(await versions.behind(10)).toEqual([map, { workspace: 1, map: 'n' }])
    expect(await versions.behind(1)).toEqual([map])
    await versions.add(map, version('a', { at: 50 }))
    await versions.add({ workspace: 1, map: 'n' }, version('a', { at: 100 }))
    expect(await versions.behind(10)).toEqual([map])
    await versions.add(map, version('b', { at: 100 }))
    expect(await versions.behind(10)).toEqual([])
  })
})
