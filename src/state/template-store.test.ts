import { expect, test } from 'vitest'
import { templates } from '../journey/templates/index.ts'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'

const [first] = templates
const stored = (name: string, by = 'Ada') => ({ template: { ...first!, name, title: name }, at: 1_700_000_000_000, by })

describeStates('saved templates', (state) => {
  test('are listed by name, come back whole and go', async () => {
    for (const name of ['zoo', 'bank', 'shop']) await state.store.templates.add(1, stored(name))
    await state.reopen()
    expect((await state.store.templates.list(1)).map((one) => one.template.name)).toEqual(['bank', 'shop', 'zoo'])
    expect(await state.store.templates.get(1, 'zoo')).toEqual(stored('zoo'))
    expect(await state.store.templates.remove(1, 'zoo')).toBe(true)
    expect(await state.store.templates.remove(1, 'zoo')).toBe(false)
    expect(await state.store.templates.get(1, 'zoo')).toBeUndefined()
  })

  test('have a name of their own in their workspace, and are nothing to another', async () => {
    for (const name of hostileTexts) await state.store.templates.add(1, stored(name))
    for (const name of hostileTexts) {
      expect(await state.store.templates.get(1, name)).toEqual(stored(name))
      await expect(state.store.templates.add(1, stored(name, 'Bo'))).rejects.toThrow(/unique/i)
      expect(await state.store.templates.get(2, name)).toBeUndefined()
      expect(await state.store.templates.remove(2, name)).toBe(false)
    }
    expect(await state.store.templates.list(2)).toEqual([])
    await state.store.templates.add(2, stored(hostileTexts[0]!, 'Eve'))
    expect((await state.store.templates.get(1, hostileTexts[0]!))?.by).toBe('Ada')
  })
})
