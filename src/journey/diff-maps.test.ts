import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffMaps } from './diff-maps.ts'
import type { MapChange } from './map-change.ts'
import { mapFormat, type JourneyMap } from './map.ts'
import { movedItems } from './moved-items.ts'

const step = (id: string) => ({ id, name: `Step ${id}`, touchpoints: [] })
const card = (id: string, at: string, text = `Card ${id}`) => ({
  id,
  lane: 'actions',
  stage: at[0],
  ...(at.length > 1 && { step: at }),
  body: { kind: 'text', text },
  evidence: [],
  standing: { kind: 'assumed' },
})
/** Stage a with steps a1 and a2, stage b with b1. */
const base = {
  format: mapFormat,
  title: 'Trial',
  summary: '',
  kind: 'as-is',
  personas: [],
  stages: [
    { id: 'a', name: 'Find', purpose: '', rule: '', steps: [step('a1'), step('a2')] },
    { id: 'b', name: 'Use', purpose: '', rule: '', steps: [step('b1')] },
  ],
  lanes: [
    { id: 'actions', kind: 'actions', name: 'Actions', hint: '' },
    { id: 'needs', kind: 'needs', name: 'Needs', hint: '' },
  ],
  cards: [card('1', 'a1'), card('2', 'a1'), card('3', 'b1'), card('4', 'b')],
} as unknown as JourneyMap
const told = (changes: readonly MapChange[]): string[] =>
  changes.map((change) => {
    const thing =
      change.what === 'card' ? change.card.id : change.what === 'stage' ? change.stage.id : change.what === 'step' ? change.step.id : ''
    return [change.what, change.kind, thing].filter((part) => part !== '').join(' ')
  })
const changed = (change: (map: { -readonly [Key in keyof JourneyMap]: JourneyMap[Key] }) => void): readonly MapChange[] => {
  const after = structuredClone(base)
  change(after)
  return diffMaps(base, after)
}
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as never

describe('the difference of two maps', () => {
  test('is nothing between a map and its copy, whatever the order of its keys', () => {
    expect(diffMaps(base, structuredClone(base))).toEqual([])
    const turned = Object.fromEntries(Object.entries(base).toReversed()) as unknown as JourneyMap
    expect(diffMaps(base, turned)).toEqual([])
  })

  test('is one move when one of many is put elsewhere', () => {
    const many = {
      ...base,
      stages: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id, purpose: '', rule: '', steps: [step(`${id}1`)] })),
    }
    const before = json({ ...many, cards: [] }) as JourneyMap
    const [first, ...rest] = before.stages
    if (!first) throw new Error('no stages')
    expect(diffMaps(before, { ...before, stages: [...rest, first] })).toMatchObject([{ what: 'stage', kind: 'moved', before: 0, after: 4 }])
  })

  test('does not blame the cards of a step that moves', () => {
    const changes = changed((map) => {
      const [a, b] = json(base.stages) as [JourneyMap['stages'][number], JourneyMap['stages'][number]]
      map.stages = [
        { ...a, steps: a.steps.slice(1) },
        { ...b, steps: [...a.steps.slice(0, 1), ...b.steps] },
      ]
      map.cards = map.cards.map((one) => (one.step === 'a1' ? { ...one, stage: b.id } : one))
    })
    expect(changes).toMatchObject([{ what: 'step', kind: 'moved', before: { stage: 'a', place: 0 }, after: { stage: 'b', place: 0 } }])
  })

  test('tells a card moved to another lane, step or place from one that stayed', () => {
    expect(told(changed((map) => (map.cards = map.cards.map((one) => (one.id === '3' ? { ...one, lane: json('needs') } : one)))))).toEqual([
      'card moved 3',
    ])
    expect(told(changed((map) => (map.cards = map.cards.map((one) => (one.id === '1' ? { ...one, step: json('a2') } : one)))))).toEqual([
      'card moved 1',
    ])
    const swapped = changed((map) => (map.cards = [map.cards[1], map.cards[0], map.cards[2], map.cards[3]] as JourneyMap['cards']))
    expect(swapped).toMatchObject([{ what: 'card', kind: 'moved' }])
    // Another order of cells in the list is no change of a cell.
    expect(
      changed((map) => (map.cards = map.cards.toReversed().toSorted((a, b) => (a.step === b.step ? Number(a.id) - Number(b.id) : 0)))),
    ).toEqual([])
  })

  test('tells each thing that a person can set on a card', () => {
    const set = (more: object) =>
      changed((map) => (map.cards = map.cards.map((one) => (one.id === '1' ? { ...one, ...more } : one)))).map((change) => change.kind)
    expect(set({ body: { kind: 'text', text: 'Other' } })).toEqual(['body'])
    expect(set({ body: { kind: 'text', text: 'Card 1', marks: [{ kind: 'bold', from: 0, to: 4 }] } })).toEqual(['formatting'])
    expect(set({ note: 'Hm' })).toEqual(['note'])
    expect(set({ owner: 'Support' })).toEqual(['owner'])
    for (const flag of ['pinned', 'hidden', 'assumed']) expect(set({ [flag]: true })).toEqual(['flag'])
    expect(set({ findOut: 'open' })).toEqual(['find out'])
    expect(set({ personas: ['p'] })).toEqual(['personas'])
    expect(set({ evidence: [{ kind: 'document', title: 'Report' }] })).toEqual(['evidence'])
    expect(set({ standing: { kind: 'observed', n: 4 } })).toEqual(['standing'])
  })

  test('tells points of drawn curves one by one', () => {
    const changes = changed(
      (map) =>
        (map.drawnCurves = json([
          {
            persona: null,
            points: [
              { step: 'a1', value: 0.5 },
              { step: 'b1', value: -1 },
            ],
          },
        ])),
    )
    expect(changes).toMatchObject([
      { what: 'curve', step: 'a1', stage: 'a', before: null, after: 0.5 },
      { what: 'curve', step: 'b1', stage: 'b', before: null, after: -1 },
    ])
  })

  test('is found for every field of a map that differs', () => {
    /** Paths of all values that are no objects. */
    const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
      typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key])) : [path]
    const rich = json({
      ...base,
      personas: [{ id: 'p', name: 'Pat', summary: 's', goals: ['g'], needs: [], pains: [] }],
      stages: base.stages.map((stage) => ({
        ...stage,
        numbers: { journeys: 5, reach: 1, exits: 1, exitRate: 0.2, p50Time: 5, p90Time: 9 },
      })),
      emotion: { points: [{ stage: 'a', step: 'a1', mean: 0.1, low: 0, high: 0.2, n: 9 }] },
      river: { journeys: 5, ribbons: [{ from: { kind: 'start' }, to: { kind: 'stage', stage: 'a' }, count: 5, journeys: 5 }] },
      drawnCurves: [{ persona: 'p', points: [{ step: 'a1', value: 0.4 }] }],
    }) as JourneyMap
    for (const path of leaves(rich)) {
      if (path[0] === 'format') continue
      const other = structuredClone(rich)
      let at = other as unknown as Record<string, unknown>
      for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
      const last = path.at(-1) ?? ''
      at[last] = typeof at[last] === 'number' ? at[last] + 1 : `${String(at[last])}x`
      // A card's stage follows its step's: alone it says nothing.
      if (path[0] === 'cards' && last === 'stage' && at['step'] !== undefined) continue
      expect([path.join('.'), diffMaps(rich, other).length > 0]).toEqual([path.join('.'), true])
    }
  })
})

describe('which of two lists’ things moved', () => {
  test('leaves the others in their order, and no fewer moves would do', () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 7 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const moved = movedItems(before, after)
        const common = after.filter((item) => before.includes(item))
        const rest = (items: readonly number[]) => items.filter((item) => common.includes(item) && !moved.has(item))
        expect(rest(before)).toEqual(rest(after))
        // Every set of things to keep, tried plainly.
        const most = Math.max(
          ...Array.from({ length: 2 ** common.length }, (_, set) => {
            const kept = common.filter((_item, at) => set & (1 << at))
            return String(before.filter((item) => kept.includes(item))) === String(kept) ? kept.length : 0
          }),
        )
        expect(common.length - moved.size).toBe(most)
      }),
    )
  })
})
