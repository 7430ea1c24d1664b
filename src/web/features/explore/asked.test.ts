import { expect, test } from 'vitest'
import { askedBy } from './asked.ts'

test('nothing chosen asks about everything', () => {
  expect(askedBy({})).toEqual({})
})

test('the last day of a period counts whole', () => {
  expect(askedBy({ from: '2025-01-01', to: '2025-01-31' }).journeys).toEqual({
    startFrom: Date.UTC(2025, 0, 1),
    startTo: Date.UTC(2025, 1, 1),
  })
})

test('event filters and journey filters stay apart', () => {
  expect(askedBy({ events: { channels: ['Web'] }, journeys: { reached: ['Buy'] }, group: 'country' })).toEqual({
    events: { channels: ['Web'] },
    journeys: { reached: ['Buy'] },
    groupBy: 'country',
  })
})
