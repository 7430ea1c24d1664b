import { expect, test } from 'vitest'
import type { MapSummary } from '../../../contract/maps.ts'
import { arrangeMaps, evidencedShare, isOld, type Arranging } from './arrange-maps.ts'

const now = 1_000 * 86_400_000
const map = (
  id: string,
  more: { opens?: string[]; high?: number; newest?: number | null; owner?: string; kind?: 'to-be'; changedAt?: number } = {},
) =>
  ({
    id,
    title: id.toUpperCase(),
    summary: '',
    kind: more.kind ?? 'as-is',
    owner: more.owner ?? null,
    changedAt: more.changedAt ?? 0,
    portrait: {
      health: { cards: 4, evidenced: 1, high: more.high ?? 0, medium: 0, newest: more.newest ?? null },
      opens: more.opens ?? [],
      personas: [`P ${id}`],
    },
  }) as unknown as MapSummary
const how: Arranging = { search: '', show: 'all', owner: '', sort: 'changed' }
const ids = (maps: MapSummary[], change: Partial<Arranging>) =>
  arrangeMaps(maps, { ...how, ...change }, now).map((one) => `${'>'.repeat(one.depth)}${one.map.id}`)

test('the last changed comes first; titles and the gravest can come first', () => {
  const maps = [map('b', { changedAt: 1 }), map('a', { changedAt: 2, high: 1 }), map('c', { changedAt: 3, high: 5 })]
  expect(ids(maps, {})).toEqual(['c', 'a', 'b'])
  expect(ids(maps, { sort: 'title' })).toEqual(['a', 'b', 'c'])
  expect(ids(maps, { sort: 'attention' })).toEqual(['c', 'a', 'b'])
})

test('by family a map stands below the one that opens it, once, and a circle is shown from its first', () => {
  expect(
    ids([map('leaf'), map('top', { opens: ['mid', 'gone'] }), map('mid', { opens: ['leaf'] }), map('else', { opens: ['leaf'] })], {
      sort: 'family',
    }),
  ).toEqual(['else', '>leaf', 'top', '>mid'])
  expect(ids([map('y', { opens: ['x'] }), map('x', { opens: ['y'] }), map('z', { opens: ['z'] })], { sort: 'family' })).toEqual([
    'z',
    'x',
    '>y',
  ])
})

test('search looks into titles and personas; filters take owners, kinds, grave findings and age', () => {
  const maps = [
    map('a', { owner: 'Ana' }),
    map('b', { high: 1, kind: 'to-be' }),
    map('c', { newest: now - 91 * 86_400_000 }),
    map('d', { newest: now - 89 * 86_400_000 }),
  ]
  expect(ids(maps, { search: ' p A ' })).toEqual(['a'])
  expect(ids(maps, { owner: 'Ana' })).toEqual(['a'])
  expect(ids(maps, { show: 'attention' })).toEqual(['b'])
  expect(ids(maps, { show: 'to-be' })).toEqual(['b'])
  expect(ids(maps, { show: 'stale' })).toEqual(['c'])
  expect(isOld(maps[0]!, now)).toBe(false)
  expect(evidencedShare(maps[0]!)).toBe(0.25)
})
