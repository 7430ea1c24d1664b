import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'

const owner = { id: 1, name: 'Owner', role: 'owner' }
const page = { limit: 100, offset: 0 }

describeStates('people', (state) => {
  const ensure = (workspace = 1) => state.store.workspaces.ensure({ id: workspace, name: 'First' }, owner, 1)

  test('a workspace opens again after its owner was renamed and somebody else took the name', async () => {
    await ensure()
    await state.store.people.put(1, { ...owner, name: 'Ada' })
    await state.store.people.add(1, { name: 'Owner', role: 'viewer' })
    await state.reopen()
    await ensure()
    expect((await state.store.people.list(1, page)).rows.map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'owner'],
      ['Owner', 'viewer'],
    ])
  })

  test('of whom many are added at the same moment have different numbers, and one name is taken once', async () => {
    await ensure()
    const added = await Promise.all(
      Array.from({ length: 10 }, (_, index) => state.store.people.add(1, { name: `P${index}`, role: 'editor' })),
    )
    expect(new Set(added.map((one) => one.id)).size).toBe(10)
    const same = await Promise.allSettled(Array.from({ length: 6 }, () => state.store.people.add(1, { name: 'Same', role: 'editor' })))
    expect(same.filter((one) => one.status === 'fulfilled').length).toBe(1)
    expect(same.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual(Array(5).fill('person_taken'))
    expect((await state.store.people.list(1, { limit: 3, offset: 9 })).rows.length).toBe(3)
  })

  test('two owners who step down at the same moment leave one of them', async () => {
    await ensure()
    const other = await state.store.people.add(1, { name: 'Other', role: 'owner' })
    const steps = [owner, other].map((person) => state.store.people.put(1, { ...person, role: 'viewer' }))
    const settled = await Promise.allSettled(steps)
    expect(settled.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await state.store.people.firstOwner(1)).toBeDefined()
  })

  test('keep every name, each workspace by itself', async () => {
    await ensure()
    await ensure(2)
    for (const name of hostileTexts) {
      const { id } = await state.store.people.add(1, { name, role: 'viewer' })
      expect(await state.store.people.get(1, id)).toEqual({ id, name, role: 'viewer' })
      expect(await state.store.people.get(2, id)).toBeUndefined()
      expect(await state.store.people.put(2, { id, name, role: 'owner' })).toBe(false)
    }
    expect((await state.store.people.list(2, page)).total).toBe(1)
  })
})
