import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { ThemeDecision } from '../journey/theme-decision.ts'

const decision = (id: string, at: number, more: Partial<ThemeDecision> = {}): ThemeDecision => ({
  id,
  anchor: ['late parcel'],
  theme: 'late parcel',
  change: { kind: 'exclude' },
  model: null,
  at,
  by: 'Ada',
  acceptedAt: at,
  acceptedBy: 'Ada',
  undoneAt: null,
  undoneBy: null,
  ...more,
})

describeStates('what people decide about themes', (state) => {
  test('is kept with who and when, newest first, each workspace by itself', async () => {
    await state.store.themes.put(1, decision('a', 1))
    await state.store.themes.put(1, decision('b', 2, { change: { kind: 'merge', into: ['slow carrier'] } }))
    await state.store.themes.put(2, decision('a', 9))
    await state.store.themes.put(1, decision('a', 1, { undoneAt: 3, undoneBy: 'Bea' }))
    await state.reopen()
    expect(await state.store.themes.list(1, { limit: 10, offset: 0 })).toEqual({
      total: 2,
      rows: [decision('b', 2, { change: { kind: 'merge', into: ['slow carrier'] } }), decision('a', 1, { undoneAt: 3, undoneBy: 'Bea' })],
    })
    expect((await state.store.themes.list(1, { limit: 1, offset: 1 })).rows.map(({ id }) => id)).toEqual(['a'])
    expect(await state.store.themes.get(2, 'a')).toEqual(decision('a', 9))
    expect(await state.store.themes.get(2, 'b')).toBeUndefined()
  })

  test('holds every text', async () => {
    for (const [index, name] of hostileTexts.entries())
      await state.store.themes.put(1, decision(`n${index}`, index, { change: { kind: 'rename', name } }))
    const { rows } = await state.store.themes.list(1, { limit: 100, offset: 0 })
    expect(rows.toReversed().map(({ change }) => change.kind === 'rename' && change.name)).toEqual(hostileTexts)
  })
})
