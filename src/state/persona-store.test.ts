import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { StoredPersona } from './persona-store.ts'

const persona = (id: string, name: string, more: Partial<StoredPersona> = {}): StoredPersona => ({
  id,
  name,
  body: { goals: [name] },
  createdAt: 1_700_000_000_000,
  createdBy: 'Ada',
  changedAt: 1_700_000_000_001,
  changedBy: 'Bo',
  removedAt: null,
  ...more,
})
const living = { limit: 100, offset: 0, removed: false }

describeStates('personas', (state) => {
  test('are listed by name with pages, the removed ones apart', async () => {
    for (const name of ['Cy', 'Ada', 'Bo']) await state.store.personas.add(1, persona(name.toLowerCase(), name))
    await state.store.personas.add(1, persona('old', 'Old', { removedAt: 1_700_000_000_009 }))
    await state.reopen()
    const names = async (more: object) => (await state.store.personas.list(1, { ...living, ...more })).rows.map((row) => row.name)
    expect(await names({})).toEqual(['Ada', 'Bo', 'Cy'])
    expect(await names({ limit: 1, offset: 1 })).toEqual(['Bo'])
    expect(await names({ offset: 3 })).toEqual([])
    expect(await state.store.personas.list(1, { ...living, removed: true, limit: 1 })).toEqual({
      total: 1,
      rows: [persona('old', 'Old', { removedAt: 1_700_000_000_009 })],
    })
  })

  test('keep every change when many are made at the same moment, and nothing of one that fails', async () => {
    await state.store.personas.add(1, persona('a', 'Ada', { body: { seen: [] } }))
    const see = (index: number) =>
      state.store.personas.change(1, 'a', (now) => ({ ...now, body: { seen: [...(now.body as { seen: number[] }).seen, index] } }))
    await Promise.all(Array.from({ length: 12 }, (_, index) => see(index)))
    const { seen } = (await state.store.personas.get(1, 'a'))!.body as { seen: number[] }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index))
    const refuse = () => {
      throw new Error('refused')
    }
    await expect(state.store.personas.change(1, 'a', refuse)).rejects.toThrow('refused')
    expect(await state.store.personas.change(1, 'a', (now) => now)).toMatchObject({ id: 'a', body: { seen } })
  })

  test('keep every text, and are nothing to another workspace', async () => {
    for (const [index, name] of hostileTexts.entries())
      await state.store.personas.add(1, persona(`p${index}`, name, { body: { name, null: '\u0000', [name]: name }, createdBy: name }))
    for (const [index, name] of hostileTexts.entries())
      expect(await state.store.personas.get(1, `p${index}`)).toEqual(
        persona(`p${index}`, name, { body: { name, null: '\u0000', [name]: name }, createdBy: name }),
      )
    expect(await state.store.personas.list(2, living)).toEqual({ total: 0, rows: [] })
    expect(await state.store.personas.get(2, 'p0')).toBeUndefined()
    expect(await state.store.personas.change(2, 'p0', (now) => ({ ...now, name: 'Stolen' }))).toBeUndefined()
    await state.store.personas.add(2, persona('p0', 'Theirs'))
    await state.store.personas.change(2, 'p0', (now) => ({ ...now, name: 'Changed' }))
    expect((await state.store.personas.get(1, 'p0'))?.name).toBe(hostileTexts[0])
  })
})
