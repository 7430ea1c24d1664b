import { expect, test } from 'vitest'
import { editedMap } from '../../test/fixtures/edited-map.ts'
import { emptyMap } from '../../test/fixtures/empty-map.ts'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'

const page = { limit: 100, offset: 0 }

describeStates('maps', (state) => {
  const add = (id: string, at: number, map = emptyMap(id)) => state.store.maps.add(1, { id, map, at, by: 'Ada' })

  test('are listed with what a list shows of them, without being read', async () => {
    const map = editedMap()
    const line = await add('m', 1_700_000_000_000, map)
    await state.reopen()
    const { total, rows } = await state.store.maps.list(1, page)
    expect([total, rows]).toEqual([1, [line]])
    expect(line).toMatchObject({
      stages: map.stages.length,
      cards: map.cards.length,
      journeys: map.basis?.journeys,
      customers: map.basis?.customers,
      hash: map.basis?.hash,
      owner: 'Ada',
      createdAt: 1_700_000_000_000,
      portrait: { personas: ['Ada, the careful buyer'], opens: ['detail-of-first'], stages: map.stages.map((stage) => stage.steps.length) },
    })
    expect((await state.store.maps.get(1, 'm'))?.map).toEqual(map)
    expect(await state.store.maps.listOpens(1)).toEqual([{ id: 'm', title: map.title, opens: ['detail-of-first'] }])
    const changed = await state.store.maps.replace(1, { id: 'm', map: emptyMap('Empty'), at: 1_700_000_000_001, by: 'Bo', number: 7 })
    expect(changed).toMatchObject({ stages: 0, journeys: null, hash: null, owner: 'Ada', portrait: { opens: [], personas: [] } })
    expect((await state.store.maps.get(1, 'm'))?.number).toBe(7)
  })

  test('belong to somebody or nobody', async () => {
    await add('m', 1)
    for (const owner of [...hostileTexts, null]) {
      expect((await state.store.maps.setOwner(1, 'm', owner))?.owner).toBe(owner)
      expect((await state.store.maps.get(1, 'm'))?.owner).toBe(owner)
    }
    expect(await state.store.maps.setOwner(2, 'm', 'Eve')).toBeUndefined()
    await state.store.maps.remove(1, { id: 'm', at: 2, by: 'Ada' })
    expect(await state.store.maps.setOwner(1, 'm', 'Eve')).toBeUndefined()
    expect((await state.store.maps.restore(1, 'm'))?.owner).toBeNull()
  })

  test('lie in the bin with pages, last deleted first, and are deleted and restored once', async () => {
    for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) await add(id, index)
    for (const [index, id] of ['c', 'a', 'b'].entries())
      await state.store.maps.remove(1, { id, at: 1_700_000_000_000 + index, by: hostileTexts[index] ?? '' })
    await state.reopen()
    const bin = await state.store.maps.listDeleted(1, { limit: 2, offset: 1 })
    expect([bin.total, bin.rows.map((row) => [row.id, row.deletedAt, row.deletedBy])]).toEqual([
      3,
      [
        ['a', 1_700_000_000_001, hostileTexts[1]],
        ['c', 1_700_000_000_000, hostileTexts[0]],
      ],
    ])
    expect((await state.store.maps.listOpens(1)).map((one) => one.id)).toEqual(['d'])
    const removed = await Promise.all(Array.from({ length: 8 }, () => state.store.maps.remove(1, { id: 'd', at: 9, by: 'Ada' })))
    expect(removed.filter(Boolean).length).toBe(1)
    const restored = await Promise.all(Array.from({ length: 8 }, () => state.store.maps.restore(1, 'd')))
    expect(restored.filter(Boolean).length).toBe(1)
  })

  test('keep every text, and are nothing to another workspace', async () => {
    for (const [index, text] of hostileTexts.entries()) {
      const map = { ...emptyMap(text), summary: `${text}\u0000` }
      await add(`m${index}`, index, map)
      expect((await state.store.maps.get(1, `m${index}`))?.map).toEqual(map)
      expect((await state.store.maps.list(1, { limit: 1, offset: 0 })).rows[0]?.title).toBe(text)
    }
    expect(await state.store.maps.list(2, page)).toEqual({ total: 0, rows: [] })
    expect(await state.store.maps.listDeleted(2, page)).toEqual({ total: 0, rows: [] })
    expect(await state.store.maps.listOpens(2)).toEqual([])
    await state.store.maps.add(2, { id: 'm0', map: emptyMap('Theirs'), at: 1, by: 'Eve' })
    await state.store.maps.replace(2, { id: 'm0', map: emptyMap('Changed'), at: 2, by: 'Eve' })
    expect((await state.store.maps.get(1, 'm0'))?.title).toBe(hostileTexts[0])
  })
})
