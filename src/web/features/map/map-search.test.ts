import { expect, test } from 'vitest'
import { readMapSearch } from './map-search.ts'

test('what a link to a map names is read: card, panel, form, persona, version', () => {
  const search = {
    card: 'card-1',
    panel: 'comments',
    view: 'story',
    persona: 'p1',
    version: 'v1',
    stage: 's1',
    detail: 'steps',
    check: true,
  }
  expect(readMapSearch(search)).toEqual(search)
})

test('what a map does not know is left out', () => {
  expect(readMapSearch({ card: '', panel: 'secrets', view: 'cube', persona: null, version: {}, detail: 'all', check: 'yes' })).toEqual({})
})

test('an id of digits only is still an id', () => {
  expect(readMapSearch({ persona: 12 })).toEqual({ persona: '12' })
})
