import { expect, test } from 'vitest'
import { groupMarks, layOutLanes } from './lane-layout.ts'

const person = { customer: 'a', role: '', events: 1, first: 0, last: 100, silent: false }

test('lanes span the drawing from the first event to the end of the last silence', () => {
  const layout = layOutLanes(1000, { people: [person, person], silences: [{ from: 100, to: 200 }], first: 0, last: 100 })
  expect([layout.x(0), layout.x(200)]).toEqual([layout.left, 986])
  expect(layout.laneTop(1) - layout.laneTop(0)).toBe(layout.laneHeight)
  expect(layout.ticks.every(({ x }) => x >= layout.left && x <= 986)).toBe(true)
})

test('one event alone stands in the middle, on a phone too, and nothing is NaN', () => {
  for (const width of [0, 320, 1200]) {
    const layout = layOutLanes(width, { people: [person], silences: [], first: 5, last: 5 })
    expect([layout.x(5), layout.height, ...layout.ticks.map(({ x }) => x)].every(Number.isFinite)).toBe(true)
  }
})

test('marks that would lie on each other are drawn as one that holds all their events', () => {
  const events = [0, 1, 2, 50, 51].map((time) => ({ time }))
  const marks = groupMarks(events, (time) => time)
  expect(marks.map((mark) => mark.events.length)).toEqual([3, 2])
})
