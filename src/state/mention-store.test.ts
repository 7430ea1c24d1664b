import { expect, test } from 'vitest'
import { emptyMap } from '../../test/fixtures/empty-map.ts'
import { describeStates } from '../../test/fixtures/opened-states.ts'

describeStates('maps that mention something', (state) => {
  const add = (id: string, summary: string, at: number, workspace = 1) =>
    state.store.maps.add(workspace, { id, map: { ...emptyMap(id), summary }, at, by: 'Ada' })
  const found = async (text: string, workspace = 1) => (await state.store.mentions.maps(workspace, text)).map((one) => one.id)

  test('are found by the text of their stored copy, last changed first, without deleted ones', async () => {
    await add('a', 'shows ada-1', 1)
    await add('b', 'shows ada-1 too', 2)
    await add('c', 'shows nobody', 3)
    await add('gone', 'shows ada-1', 4)
    await state.store.maps.remove(1, { id: 'gone', at: 5, by: 'Ada' })
    await add('a', 'shows ada-1', 9, 2)
    expect(await found('ada-1')).toEqual(['b', 'a'])
    expect(await found('ada-1', 2)).toEqual(['a'])
    expect(await found('ada-1', 3)).toEqual([])
    expect((await state.store.mentions.maps(1, 'ada-1'))[0]?.map.summary).toBe('shows ada-1 too')
    await state.store.maps.restore(1, 'gone')
    expect(await found('ada-1')).toEqual(['gone', 'b', 'a'])
  })

  test('are never missed because of what the text is made of', async () => {
    for (const [index, text] of [`it's`, '100%', 'under_score', 'C:\\temp', '日本', '😀', '$1 ? :a'].entries()) {
      await add(`m${index}`, `says ${text}.`, index)
      expect([text, await found(text.replace('\\', '\\\\'))]).toEqual([text, [`m${index}`]])
    }
  })
})
