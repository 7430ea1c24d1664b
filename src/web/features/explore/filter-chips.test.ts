import { expect, test } from 'vitest'
import { eventChips, journeyChips } from './filter-chips.ts'

const search = { group: 'country', events: { channels: ['Web', 'Mail'] }, journeys: { reached: ['Buy'], outcomes: ['lost'] } } as const

test('taking away one of two channels keeps the other', () => {
  const [web] = eventChips(search)
  expect(web?.text).toBe('through Web')
  expect(web?.without).toEqual({ ...search, events: { channels: ['Mail'] } })
})

test('taking away the last filter of a kind takes the kind away', () => {
  expect(eventChips({ events: { channels: ['Web'] } })[0]?.without).toEqual({})
})

test('journey filters leave event filters alone', () => {
  expect(journeyChips(search).map((chip) => chip.text)).toEqual(['reached Buy', 'ended without the goal'])
  expect(journeyChips(search)[0]?.without).toEqual({ group: 'country', events: search.events, journeys: { outcomes: ['lost'] } })
})
