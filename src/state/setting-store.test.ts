import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'

describeStates('settings', (state) => {
  test('are what was decided last, each workspace by itself', async () => {
    expect(await state.store.settings.all(1)).toEqual({})
    await state.store.settings.put(1, 'paused', true)
    await state.store.settings.put(1, 'paused', false)
    await state.store.settings.put(1, 'nothing', null)
    await state.store.settings.put(2, 'paused', 'theirs')
    await state.reopen()
    expect(await state.store.settings.all(1)).toEqual({ paused: false, nothing: null })
    expect(await state.store.settings.all(2)).toEqual({ paused: 'theirs' })
  })

  test('hold every text and one value when many decide at the same moment', async () => {
    for (const text of hostileTexts) await state.store.settings.put(1, text, { [text]: [text, '\u0000', 9_007_199_254_740_991] })
    expect(await state.store.settings.all(1)).toEqual(
      Object.fromEntries(hostileTexts.map((text) => [text, { [text]: [text, '\u0000', 9_007_199_254_740_991] }])),
    )
    await Promise.all(Array.from({ length: 12 }, (_, index) => state.store.settings.put(3, 'one', index)))
    expect(Object.keys(await state.store.settings.all(3))).toEqual(['one'])
  })
})
