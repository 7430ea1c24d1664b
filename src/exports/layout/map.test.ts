import { describe, expect, it } from 'vitest'
import { exampleMap } from '../../../test/fixtures/example-map.ts'
import { mapForTests } from '../map-for-tests.ts'
import { measureText } from '../text/measure-text.ts'
import { cardPadding, detailStyle, titleStyle } from './card.ts'
import { layoutEmotion } from './emotion.ts'
import { layoutMap } from './map.ts'
import type { PlacedCard } from './map-types.ts'

const maps = {
  'the example': exampleMap(),
  'one stage': mapForTests({ stages: 1, stepsPerStage: 1, cardsPerCell: 1 }),
  'twelve stages': mapForTests({ stages: 12, stepsPerStage: 4, cardsPerCell: 2 }),
  'two thousand cards': mapForTests({ stages: 10, stepsPerStage: 4, cardsPerCell: 16 }),
  'very long words': mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1, text: 'x'.repeat(300) }),
  'other scripts': mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1, text: 'שלום עולם 注文した商品が届きました 👩‍👩‍👧 ok' }),
}

const overlap = (a: PlacedCard, b: PlacedCard): boolean =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01

describe.each(Object.entries(maps))('the layout of %s', (_, map) => {
  for (const detail of ['steps', 'stages'] as const) {
    const layout = layoutMap(map, { detail })
    it(`places every card once, inside its lane and stage, none on another (${detail})`, () => {
      const cards = layout.lanes.flatMap((lane) => lane.cards)
      expect(cards.map((card) => card.card.id).toSorted()).toEqual(map.cards.map((card) => card.id).toSorted())
      for (const lane of layout.lanes) {
        for (const card of lane.cards) {
          const stage = layout.stages.find((candidate) => candidate.stage.id === card.card.stage)
          expect(card.y).toBeGreaterThanOrEqual(lane.y)
          expect(card.y + card.height).toBeLessThanOrEqual(lane.y + lane.height)
          expect(card.x).toBeGreaterThanOrEqual(stage?.x ?? Infinity)
          expect(card.x + card.width).toBeLessThanOrEqual((stage?.x ?? 0) + (stage?.width ?? 0))
        }
        const sorted = lane.cards.toSorted((a, b) => a.y - b.y)
        sorted.forEach((card, index) => {
          for (const other of sorted.slice(index + 1)) {
            if (other.y >= card.y + card.height) break
            expect(overlap(card, other)).toBe(false)
          }
        })
      }
    })
    it(`keeps every line of text inside its card (${detail})`, () => {
      for (const card of layout.lanes.flatMap((lane) => lane.cards)) {
        const room = card.width - 2 * cardPadding
        const weight = card.face.quoted || card.card.body.kind === 'text' ? 400 : 600
        for (const line of card.titleLines) expect(measureText(line, { ...titleStyle, weight })).toBeLessThanOrEqual(room)
        for (const line of card.detailLines) expect(measureText(line, detailStyle)).toBeLessThanOrEqual(room)
      }
    })
  }
})

it('gives a column to every step where they fit, and puts steps together where they do not', () => {
  expect(layoutMap(mapForTests({ stages: 5, stepsPerStage: 2, cardsPerCell: 1 })).detail).toBe('steps')
  expect(layoutMap(mapForTests({ stages: 6, stepsPerStage: 5, cardsPerCell: 1 })).detail).toBe('stages')
})

describe('the emotion curve', () => {
  const point = (stage: string, mean: number | null, n: number) => ({
    stage,
    mean,
    low: mean === null ? null : mean - 0.1,
    high: mean === null ? null : mean + 0.1,
    n,
  })
  const columns = ['a', 'b', 'c', 'd'].map((stage, index) => ({ stage, x: 100 * index }))
  it('breaks where there are too few answers and only bridges the gap', () => {
    const curve = { points: [point('a', 0.5, 50), point('b', 1, 50), point('c', null, 3), point('d', -1, 9)] }
    const layout = layoutEmotion(curve as never, { width: 400, height: 120, columns })
    expect(layout.lines).toHaveLength(1)
    expect(layout.bands).toHaveLength(2)
    expect(layout.bridges).toEqual([`M100,${layout.best}L300,${layout.worst}`])
    expect(layout.points.map((placed) => placed.y)).toEqual([
      layout.best + (layout.worst - layout.best) / 4,
      layout.best,
      null,
      layout.worst,
    ])
  })
  it('leaves out points of stages that are not drawn, and draws nothing of nothing', () => {
    expect(layoutEmotion({ points: [point('elsewhere', 0.1, 9)] } as never, { width: 400, height: 120, columns }).points).toEqual([])
    expect(layoutEmotion({ points: [] }, { width: 400, height: 120, columns }).lines).toEqual([])
  })
})
