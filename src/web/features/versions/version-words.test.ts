import { describe, expect, test } from 'vitest'
import type { ChangeLine } from '../../../contract/versions.ts'
import { authorsSaid, groupChanges } from './version-words.ts'

const change = (id: string, stage: string | null): ChangeLine => ({
  kind: 'added',
  what: 'card',
  id,
  stage,
  title: '',
  sentence: '',
  before: null,
  after: null,
  computed: false,
})

describe('versions in words', () => {
  test('say who changed the map, or who kept it', () => {
    expect(authorsSaid({ by: 'Wend', authors: [] })).toBe('Kept by Wend')
    expect(authorsSaid({ by: 'Ada', authors: ['Ada', 'Bo'] })).toBe('Changed by Ada, Bo')
    expect(authorsSaid({ by: 'Ada', authors: ['Ada', 'Bo', 'Eve', 'Mia'] })).toBe('Changed by Ada, Bo and 2 more')
  })

  test('group changes by stage in the order of the map, and lose none', () => {
    const stages = [
      { id: 's2', name: 'Second', gone: true },
      { id: 's1', name: 'First', gone: false },
    ]
    const rows = [change('a', 's1'), change('b', null), change('c', 's2'), change('d', 'elsewhere'), change('e', 's1')]
    expect(groupChanges({ stages, rows }).map((group) => [group.name, group.changes.map((one) => one.id)])).toEqual([
      ['Whole map', ['b', 'd']],
      ['Second', ['c']],
      ['First', ['a', 'e']],
    ])
  })
})
