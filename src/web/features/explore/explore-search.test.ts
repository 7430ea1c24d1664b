import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readExploreSearch, type ExploreSearch } from './explore-search.ts'

const full: ExploreSearch = {
  definition: 'd1',
  from: '2025-01-01',
  to: '2025-03-31',
  events: { channels: ['Web'], properties: [{ property: 'country', operator: '=', value: 'DE' }] },
  journeys: { reached: ['Pay & go'], outcomes: ['lost'], minDurationMs: 86_400_000 },
  group: 'segment',
  steps: ['Visit, first', 'Buy'],
  window: '7d',
  order: 'strict',
  ties: 'strictly-later',
  top: 40,
  number: 'p50',
  collapse: true,
  open: { of: { question: 'touchpoints' }, pick: { kind: 'touchpoint', touchpoint: 'Buy', number: 'exits' }, label: 'exits' },
}

test('an address keeps everything that Explore shows', () => {
  expect(readExploreSearch(defaultParseSearch(defaultStringifySearch({ ...full })))).toEqual(full)
})

test('a customer whose id is a number keeps it as text', () => {
  expect(readExploreSearch(defaultParseSearch('?customer=17')).customer).toBe('17')
})

test('what makes no sense is left out', () => {
  expect(
    readExploreSearch({
      from: '2025-99-01',
      order: 'random',
      top: -1,
      steps: 'a',
      events: { channels: [] },
      journeys: { outcomes: ['won'] },
      open: { of: {} },
    }),
  ).toEqual({})
})

test('reading never fails, and reading twice is reading once', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(full)), fc.anything()), (raw) => {
      const once = readExploreSearch(raw)
      expect(readExploreSearch(once as Record<string, unknown>)).toEqual(once)
    }),
  )
})
