import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { StoredAsset } from './asset-store.ts'

const asset = (id: string, more: Partial<StoredAsset> = {}): StoredAsset => ({
  id,
  type: 'image/png',
  width: 20_000,
  height: 1,
  bytes: 5_000_000_000,
  at: 1_700_000_000_000,
  by: 'Ada',
  ...more,
})

describeStates('pictures', (state) => {
  test('are kept once in each workspace: who came first stays', async () => {
    expect(await state.store.assets.get(1, 'a')).toBeUndefined()
    expect(await state.store.assets.add(1, asset('a'))).toEqual(asset('a'))
    expect(await state.store.assets.add(1, asset('a', { by: 'Bo', at: 1_700_000_000_001 }))).toEqual(asset('a'))
    expect(await state.store.assets.get(2, 'a')).toBeUndefined()
    expect(await state.store.assets.add(2, asset('a', { by: 'Eve' }))).toEqual(asset('a', { by: 'Eve' }))
    await state.reopen()
    expect(await state.store.assets.get(1, 'a')).toEqual(asset('a'))
  })

  test('are kept once when many bring the same one at the same moment', async () => {
    const brought = await Promise.all(
      Array.from({ length: 12 }, (_, index) => state.store.assets.add(1, asset('a', { by: `Person ${index}` }))),
    )
    expect(new Set(brought.map((one) => one.by)).size).toBe(1)
  })

  test('say who brought them, whatever the name', async () => {
    for (const [index, by] of hostileTexts.entries()) expect((await state.store.assets.add(1, asset(`a${index}`, { by }))).by).toBe(by)
  })
})
