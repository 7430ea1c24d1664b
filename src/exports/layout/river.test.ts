import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ribbon } from '../../journey/map.ts'
import type { FlowEnd } from '../../journey/member-pick.ts'
import { mapForTests } from '../map-for-tests.ts'
import { labelBox } from './river-labels.ts'
import { layoutRiver } from './river.ts'

const stagesOf = (count: number) => mapForTests({ stages: count, stepsPerStage: 1, cardsPerCell: 0 }).stages
const box = { width: 1200, height: 260 }

/** Journeys that walk over stages at random and end: their flow conserves by construction. */
const walks = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    walks: fc.array(
      fc.record({
        path: fc.array(fc.nat(count - 1), { minLength: 1, maxLength: 8 }),
        end: fc.constantFrom('goal' as const, 'lost' as const, 'open' as const),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  }),
)

function riverOf(count: number, list: readonly { readonly path: readonly number[]; readonly end: 'goal' | 'lost' | 'open' }[]) {
  const stages = stagesOf(count)
  const counts = new Map<string, Ribbon>()
  const pass = (from: FlowEnd, to: FlowEnd): void => {
    const key = JSON.stringify([from, to])
    const before = counts.get(key)?.count ?? 0
    counts.set(key, { from, to, count: before + 1, journeys: before + 1 })
  }
  for (const walk of list) {
    const path = walk.path.filter((stage, index) => stage !== walk.path[index - 1])
    const ends: FlowEnd[] = [
      { kind: 'start' },
      ...path.map((index): FlowEnd => ({ kind: 'stage', stage: stages[index]?.id ?? '' })),
      { kind: walk.end },
    ]
    ends.slice(1).forEach((end, index) => pass(ends[index] ?? { kind: 'start' }, end))
  }
  return { stages, river: { journeys: list.length, ribbons: [...counts.values()] } }
}

describe('the layout of the river', () => {
  it('conserves: what enters a stage leaves it, and widths are counts times one scale', () => {
    fc.assert(
      fc.property(walks, ({ count, walks: list }) => {
        const { stages, river } = riverOf(count, list)
        const layout = layoutRiver(river, stages, box)
        expect(layout.streams).toHaveLength(river.ribbons.length)
        for (const node of layout.nodes) {
          expect(node.in).toBe(node.out)
          const along = layout.streams.filter((stream) => stream.kind !== 'back')
          const entering = along.filter((stream) => stream.to === node.index).reduce((sum, stream) => sum + stream.width, 0)
          const leaving = along.filter((stream) => stream.from === node.index).reduce((sum, stream) => sum + stream.width, 0)
          expect(node.height).toBeCloseTo(node.in === 0 ? 0 : Math.max(1.5, entering, leaving), 6)
        }
        for (const stream of layout.streams) if (stream.kind !== 'back') expect(stream.width).toBeCloseTo(stream.count * layout.scale, 6)
      }),
      { numRuns: 150 },
    )
  })
  it('keeps everything inside its box and no label on another', () => {
    fc.assert(
      fc.property(walks, ({ count, walks: list }) => {
        const { stages, river } = riverOf(count, list)
        const layout = layoutRiver(river, stages, box)
        for (const node of layout.nodes) expect(node.y + node.height).toBeLessThanOrEqual(box.height + 1)
        const boxes = layout.labels.map(labelBox)
        boxes.forEach((one, index) => {
          expect(one.x).toBeGreaterThanOrEqual(-0.01)
          expect(one.x + one.width).toBeLessThanOrEqual(box.width + 0.01)
          for (const other of boxes.slice(index + 1))
            expect(
              one.x < other.x + other.width &&
                other.x < one.x + one.width &&
                one.y < other.y + other.height &&
                other.y < one.y + one.height,
            ).toBe(false)
        })
        expect(JSON.stringify(layout)).not.toMatch(/NaN|Infinity/)
      }),
      { numRuns: 150 },
    )
  })
  it('says that journeys end where no goal is named, for nobody leaves without one', () => {
    const { stages, river } = riverOf(2, [{ path: [0, 1], end: 'lost' }])
    const words = (goal: boolean) => layoutRiver(river, stages, { ...box, goal }).labels.map((label) => label.text)
    expect(words(true)).toContain('1 leave')
    expect(words(false)).toContain('1 end here')
  })
  it('keeps the words of flows back on one line above their arcs', () => {
    const { stages, river } = riverOf(
      6,
      [1, 2, 3, 4, 5].flatMap((far) => Array.from({ length: far }, () => ({ path: [0, far, far - 1], end: 'goal' as const }))),
    )
    const back = layoutRiver(river, stages, { width: 576, height: 150 }).labels.filter((label) => label.kind === 'back')
    expect(back.length).toBeGreaterThan(0)
    expect(new Set(back.map((label) => label.y)).size).toBe(1)
  })
  // Stages of a template that nobody comes to showed a mark, and the river began as a thick hook beside them.
  it('draws nothing for stages before the river begins, and lets it come from the left', () => {
    const { stages, river } = riverOf(3, [{ path: [1, 2], end: 'goal' }])
    const layout = layoutRiver(river, stages, box)
    expect(layout.nodes[0]?.height).toBe(0)
    const start = layout.streams.find((stream) => stream.kind === 'start')
    expect(start?.y1).toBe(start?.y2)
  })
  it('lets no flow that skips a stage touch the stage it skips', () => {
    const { stages, river } = riverOf(3, [
      { path: [0, 2], end: 'goal' },
      { path: [0, 1, 2], end: 'goal' },
      { path: [0, 1], end: 'goal' },
    ])
    const layout = layoutRiver(river, stages, box)
    expect(layout.nodes[1]?.y).toBeGreaterThan(layout.nodes[0]?.y ?? 0)
    expect(layout.goal?.count).toBe(3)
  })
  it('leaves out ribbons of stages that the map does not have, and draws an empty river as bare stages', () => {
    const stages = stagesOf(2)
    const layout = layoutRiver(
      { journeys: 5, ribbons: [{ from: { kind: 'stage', stage: 'elsewhere' }, to: { kind: 'goal' }, count: 5, journeys: 5 }] },
      stages,
      box,
    )
    expect(layout.streams).toEqual([])
    expect(layout.nodes).toHaveLength(2)
    expect(layoutRiver({ journeys: 0, ribbons: [] }, [], box).nodes).toEqual([])
  })
})
