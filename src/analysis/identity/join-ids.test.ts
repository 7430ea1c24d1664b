import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IdentityLink, IdentityRules } from '../../journey/identity.ts'
import { joinIds } from './join-ids.ts'

const rules: IdentityRules = {
  strong: { sources: [], prefixes: ['user-'] },
  rules: [
    { kind: 'same-event', property: 'user' },
    { kind: 'shared-key', property: 'email', form: 'email', most: 3 },
    { kind: 'same-event', property: 'alias', alias: true },
  ],
}
const isStrong = (id: string): boolean => id.startsWith('user-')
const join = (links: readonly IdentityLink[], undone: Parameters<typeof joinIds>[0]['undone'] = []) =>
  joinIds({ rules, links, isStrong, undone })
const same = (a: string, b: string): IdentityLink => ({ rule: 0, a, b })
const key = (a: string, b: string): IdentityLink => ({ rule: 1, a, b })
const alias = (a: string, b: string): IdentityLink => ({ rule: 2, a, b })

describe('joining ids', () => {
  test('a device and a mailbox become one customer with the user that they name, each with its reason', () => {
    const { joins, person } = join([same('device', 'user-1'), key('mailbox', 'a@b.c'), key('user-1', 'a@b.c')])
    expect(Object.fromEntries(person)).toEqual({ device: 'user-1', 'user-1': 'user-1', mailbox: 'user-1' })
    expect(joins).toEqual([
      { a: 'device', b: 'user-1', rule: 0, key: '', state: 'joined', why: '' },
      { a: 'mailbox', b: 'user-1', rule: 1, key: 'a@b.c', state: 'joined', why: '' },
    ])
  })

  test('a device that two people used joins neither, and says so', () => {
    const { joins, person } = join([same('device', 'user-1'), same('device', 'user-2')])
    expect(person.size).toBe(0)
    expect(joins.map(({ state }) => state)).toEqual(['refused', 'refused'])
    expect(joins[0]?.why).toContain('"user-1" and "user-2" both claim it')
  })

  test('two strong ids are joined by an alias only, never by a key that they share', () => {
    expect(join([key('user-1', 'a@b.c'), key('user-2', 'a@b.c')]).person.size).toBe(0)
    expect(join([alias('user-1', 'user-2')]).person.get('user-2')).toBe('user-1')
    expect(
      join([alias('user-1', 'user-2'), key('user-1', 'a@b.c'), key('user-2', 'a@b.c')]).joins.every(({ state }) => state === 'joined'),
    ).toBe(true)
  })

  test('weak ids in a chain never carry one strong id to another', () => {
    const { joins, person } = join([same('a', 'user-1'), same('b', 'user-2'), key('a', 'k'), key('b', 'k')])
    expect(person.get('a')).toBe('user-1')
    expect(person.get('b')).toBe('user-2')
    expect(joins.at(-1)?.state).toBe('refused')
  })

  test('a key that too many share joins none of them', () => {
    const { joins, person } = join(['a', 'b', 'c', 'd'].map((id) => key(id, 'info@b.c')))
    expect(person.size).toBe(0)
    expect(joins[0]?.why).toBe('4 ids share this key: too many to be one customer')
  })

  test('an id without events of its own joins the ids that name it, and never stands for them', () => {
    const { person } = join([
      { ...same('d1', 'user-9'), silent: true },
      { ...same('d2', 'user-9'), silent: true },
    ])
    expect(Object.fromEntries(person)).toEqual({ d1: 'd1', d2: 'd1', 'user-9': 'd1' })
  })

  test('what a person took back is not made again, whichever way round it is written', () => {
    expect(join([same('device', 'user-1')], [{ a: 'user-1', b: 'device', key: '' }]).joins[0]?.state).toBe('undone')
  })

  test('whatever links there are, in any order: no customer has two strong ids without an alias, and the order changes nothing', () => {
    const id = fc.oneof(
      fc.nat(6).map((n) => `user-${n}`),
      fc.nat(12).map((n) => `weak-${n}`),
    )
    const link = fc
      .record({ rule: fc.constantFrom(0, 1), a: id, b: id })
      .map((one) => (one.rule === 1 ? { ...one, b: `key ${one.b.slice(-1)}` } : one))
    fc.assert(
      fc.property(fc.array(link, { maxLength: 40 }), fc.nat(), (links, turn) => {
        const used = links.filter(({ a, b }) => a !== b)
        const { joins, person } = join(used)
        const strong = Map.groupBy([...person.keys()].filter(isStrong), (one) => person.get(one))
        expect([...strong.values()].every((ids) => ids.length === 1)).toBe(true)
        const at = used.length === 0 ? 0 : turn % used.length
        expect(join([...used.slice(at), ...used.slice(0, at)].reverse())).toEqual({ joins, person })
      }),
      { numRuns: 1000, seed: 7 },
    )
  })
})
