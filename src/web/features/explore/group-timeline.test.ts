import { expect, test } from 'vitest'
import type { TimelineRow } from '../../../journey/answer.ts'
import { groupTimeline } from './group-timeline.ts'

const row = (time: number, journey: number | null): TimelineRow => ({
  time,
  journey,
  touchpoint: 't',
  channel: '',
  account: '',
  role: '',
  source: '',
  score: null,
  scale: '',
  verbatim: '',
  properties: {},
  file: 'f',
  line: 1,
})

test('journeys are kept apart, and so are events outside any', () => {
  const groups = groupTimeline([row(1, 1), row(2, 1), row(3, null), row(4, 2)])
  expect(groups.map((group) => [group.journey, group.rows.length])).toEqual([
    [1, 2],
    [null, 1],
    [2, 1],
  ])
})

test('nothing gives nothing', () => expect(groupTimeline([])).toEqual([]))
