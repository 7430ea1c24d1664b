import { expect, test } from 'vitest'
import { groupActivity } from './group-activity.ts'

const at = (minutes: number, seconds: number): number => Date.UTC(2026, 0, 1, 9, minutes, seconds)
const touch = (number: number, by: string, time: number, ...things: string[]) => ({ number, by, at: time, things })

test('changes of one person in one minute are one group, with each thing once', () => {
  const groups = groupActivity([
    touch(5, 'Ada', at(2, 1), 'card:c'),
    touch(4, 'Ada', at(1, 59), 'card:b', 'card:a'),
    touch(3, 'Ada', at(1, 30), 'card:a'),
    touch(2, 'Bo', at(1, 20), 'stage:s'),
    touch(1, 'Ada', at(1, 10), 'card:a'),
  ])
  expect(groups).toEqual([
    { by: 'Ada', from: at(2, 1), to: at(2, 1), updates: 1, first: 5, things: ['card:c'] },
    { by: 'Ada', from: at(1, 30), to: at(1, 59), updates: 2, first: 3, things: ['card:b', 'card:a'] },
    { by: 'Bo', from: at(1, 20), to: at(1, 20), updates: 1, first: 2, things: ['stage:s'] },
    { by: 'Ada', from: at(1, 10), to: at(1, 10), updates: 1, first: 1, things: ['card:a'] },
  ])
})

test('no change is lost: the updates of the groups add up', () => {
  const touches = Array.from({ length: 50 }, (_, index) =>
    touch(50 - index, index % 7 < 4 ? 'Ada' : 'Bo', at(0, 0) - index * 9000, `card:${index % 5}`),
  )
  const groups = groupActivity(touches)
  expect(groups.reduce((sum, group) => sum + group.updates, 0)).toBe(50)
  expect(groups.at(-1)?.first).toBe(1)
})
