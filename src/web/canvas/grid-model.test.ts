import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapForTests } from '../../exports/map-for-tests.ts'
import type { CardId } from '../../journey/map.ts'
import { gridRows, type GridRow } from './grid-rows.ts'
import { isMoveKey, moveStop, sameFocus, stopsOf } from './grid-stops.ts'
import { stillStore } from './map-store.ts'
import { extended, nothing, only, several, toggled } from './selection.ts'

const map = mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 3 })
const layout = stillStore(map).layout()
const options = { steps: true, isShown: () => true, isCollapsed: () => false }
const cardsOf = (rows: readonly GridRow[]): CardId[] =>
  rows.flatMap((row) => row.stages.flatMap((stage) => [...stage.steps, stage.whole].flatMap((cell) => cell.cards)))
const ids = map.cards.map((card) => card.id)
const kept = fc.subarray(ids)
const shapes = fc.record({ shown: kept, steps: fc.boolean(), folded: fc.subarray(map.stages.map((stage) => stage.id)) })
const rowsOf = ({
  shown,
  steps,
  folded,
}: {
  readonly shown: readonly CardId[]
  readonly steps: boolean
  readonly folded: readonly string[]
}) => gridRows(layout, { steps, isShown: (id) => shown.includes(id), isCollapsed: (stage) => folded.includes(stage) })

test('every card that is shown lies in the grid exactly once, with and without steps, folded or not', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      expect(cardsOf(rowsOf(shape)).toSorted()).toEqual([...shape.shown].toSorted())
    }),
  )
})

test('rows that did not change are the same objects, and what changed is one row', () => {
  const before = gridRows(layout, options)
  expect(gridRows(layout, options, before).every((row, index) => row === before[index])).toBe(true)
  const gone = cardsOf(before)[0]
  const after = gridRows(layout, { ...options, isShown: (id) => id !== gone }, before)
  expect(after.filter((row, index) => row !== before[index]).length).toBe(1)
})

test('the keyboard stands on every card exactly once, and never in a place that is not there', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const stops = stopsOf(rowsOf(shape))
      const cards = stops.flatMap((stop) => (stop.focus.kind === 'card' ? [stop.focus.id] : []))
      expect(cards.toSorted()).toEqual([...shape.shown].toSorted())
      const places = new Set(stops.map((stop) => `${stop.row} ${stop.column} ${stop.depth}`))
      expect(places.size).toBe(stops.length)
    }),
  )
})

test('from any stop an arrow goes to another stop in its direction, or stays at the edge', () => {
  const stops = stopsOf(gridRows(layout, options))
  for (const stop of stops) {
    expect((moveStop(stops, stop.focus, 'ArrowRight')?.column ?? stop.column + 1) > stop.column).toBe(true)
    expect((moveStop(stops, stop.focus, 'ArrowLeft')?.column ?? stop.column - 1) < stop.column).toBe(true)
    const down = moveStop(stops, stop.focus, 'ArrowDown')
    if (down) expect(down.row > stop.row || (down.column === stop.column && down.depth > stop.depth)).toBe(true)
    const home = moveStop(stops, stop.focus, 'Home')
    expect(home?.row).toBe(stop.row)
    expect(home?.column).toBe(0)
  }
})

test('down from the first card of a lane reaches every lane; up leads back to the first', () => {
  const stops = stopsOf(gridRows(layout, options))
  let here = stops[0]
  const lanes = new Set<number>()
  for (let at = 0; here && at < 1000; at++) {
    lanes.add(here.row)
    const next = moveStop(stops, here.focus, 'ArrowDown')
    if (!next) break
    here = next
  }
  expect(lanes.size).toBe(map.lanes.length)
  expect(sameFocus(here?.focus, stops[0]?.focus)).toBe(false)
  expect(moveStop(stops, undefined, 'ArrowDown')).toBe(stops[0])
  expect(isMoveKey('Enter')).toBe(false)
})

test('choosing a card twice leaves everything as it was', () => {
  fc.assert(
    fc.property(kept, fc.constantFrom(...ids), (chosen, card) => {
      expect(toggled(toggled(several(chosen), card), card).cards).toEqual(new Set(chosen))
    }),
  )
})

test('a range is the same from either end, holds both ends, and lies within their lanes and columns', () => {
  const stops = stopsOf(gridRows(layout, options))
  const at = (id: CardId) => stops.find((stop) => stop.focus.kind === 'card' && stop.focus.id === id)
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.constantFrom(...ids), (a, b) => {
      const there = extended(only(a), b, stops)
      expect(there.cards).toEqual(extended(only(b), a, stops).cards)
      expect(there.cards.has(a) && there.cards.has(b)).toBe(true)
      expect(there.anchor).toBe(a)
      const rows = [at(a)?.row ?? 0, at(b)?.row ?? 0]
      for (const id of there.cards) expect((at(id)?.row ?? -1) >= Math.min(...rows) && (at(id)?.row ?? 1e9) <= Math.max(...rows)).toBe(true)
    }),
  )
  expect(extended(nothing, ids[0] as CardId, stops)).toEqual(only(ids[0] as CardId))
})
