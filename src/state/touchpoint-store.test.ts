import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { StoredTouchpoint } from './touchpoint-store.ts'

const touchpoint = (id: string, position: number, more: Partial<StoredTouchpoint> = {}): StoredTouchpoint => ({
  id,
  position,
  name: id,
  body: { rules: [id] },
  changedAt: 1_700_000_000_000,
  changedBy: 'Ada',
  removedAt: null,
  ...more,
})

describeStates('the touchpoint library', (state) => {
  const change = (next: Parameters<typeof state.store.touchpoints.change>[1], workspace = 1) =>
    state.store.touchpoints.change(workspace, next)

  test('keeps its order, adds, replaces and hides what was removed', async () => {
    const far = 9_007_199_254_740_991
    await change(() => [touchpoint('b', 2), touchpoint('a', far), touchpoint('c', 2)])
    await change((living) => {
      expect(living.map((one) => one.id)).toEqual(['b', 'c', 'a'])
      return [touchpoint('c', 1, { name: 'Seen', removedAt: 5 }), touchpoint('d', 3)]
    })
    await state.reopen()
    expect((await state.store.touchpoints.list(1, 100)).map((one) => one.id)).toEqual(['b', 'd', 'a'])
    expect((await state.store.touchpoints.list(1, 2)).map((one) => one.id)).toEqual(['b', 'd'])
    expect(await state.store.touchpoints.get(1, 'c')).toEqual(touchpoint('c', 1, { name: 'Seen', removedAt: 5 }))
    expect((await state.store.touchpoints.get(1, 'a'))?.position).toBe(far)
  })

  test('loses no change of many at the same moment, and nothing is left of one that fails', async () => {
    await state.store.workspaces.ensure({ id: 1, name: 'First' }, { id: 1, name: 'Owner', role: 'owner' }, 1)
    const add = (index: number) => change((living) => [touchpoint(`t${index}`, living.length)])
    await Promise.all(Array.from({ length: 12 }, (_, index) => add(index)))
    expect((await state.store.touchpoints.list(1, 100)).map((one) => one.position)).toEqual(Array.from({ length: 12 }, (_, index) => index))
    const refuse = () => {
      throw new Error('in use')
    }
    await expect(change(refuse)).rejects.toThrow('in use')
    await expect(change(() => [touchpoint('new', 1), { ...touchpoint('bad', 1), name: null as never }])).rejects.toThrow(/null/i)
    expect(await state.store.touchpoints.get(1, 'new')).toBeUndefined()
  })

  test('keeps every text, and is nothing to another workspace', async () => {
    await change(() =>
      hostileTexts.map((name, index) => touchpoint(`t${index}`, index, { name, body: { name, zero: '\u0000' }, changedBy: name })),
    )
    expect((await state.store.touchpoints.list(1, 100)).map(({ name, body, changedBy }) => [name, body, changedBy])).toEqual(
      hostileTexts.map((name) => [name, { name, zero: '\u0000' }, name]),
    )
    expect(await state.store.touchpoints.list(2, 100)).toEqual([])
    expect(await state.store.touchpoints.get(2, 't0')).toBeUndefined()
    await change((living) => {
      expect(living).toEqual([])
      return [touchpoint('t0', 0, { name: 'Theirs' })]
    }, 2)
    expect((await state.store.touchpoints.get(1, 't0'))?.name).toBe(hostileTexts[0])
  })
})
