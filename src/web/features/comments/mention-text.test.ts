import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeMention, matchPeople, mentionAt, shownText, storedText } from './mention-text.ts'

const people = [
  { id: 1, name: 'Ada Moss' },
  { id: 2, name: 'Ada' },
  { id: 3, name: 'Bo Åberg' },
  { id: 4, name: 'Mia Adams' },
]

describe('mentions while typing', () => {
  test('begin with an @ at the beginning of a word', () => {
    expect(mentionAt('Ask @ad', 7)).toEqual({ from: 4, typed: 'ad' })
    expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' })
    expect(mentionAt('Ask @Ada Mo', 11)).toEqual({ from: 4, typed: 'Ada Mo' })
    for (const text of ['me@example', 'none', '@ada\nnext', '@ ada'])
      expect([text, mentionAt(text, text.length)]).toEqual([text, undefined])
    expect(mentionAt('Ask @ada', 3)).toBeUndefined()
  })

  test('find people by the beginning of any of their names, accents or not', () => {
    expect(matchPeople(people, 'ad').map((person) => person.name)).toEqual(['Ada', 'Ada Moss', 'Mia Adams'])
    expect(matchPeople(people, 'abe').map((person) => person.id)).toEqual([3])
    expect(matchPeople(people, 'zz')).toEqual([])
    expect(matchPeople(people, '')).toHaveLength(4)
  })

  test('become whole names with the caret behind them', () => {
    const text = 'Ask @ad about it'
    const query = mentionAt(text, 7)
    if (!query) throw new Error('no mention')
    const done = completeMention(text, query, { id: 1, name: 'Ada Moss' })
    expect(done).toEqual({ text: 'Ask @Ada Moss about it', caret: 14 })
    expect(completeMention('@b', { from: 0, typed: 'b' }, { id: 3, name: 'Bo Åberg' })).toEqual({ text: '@Bo Åberg ', caret: 10 })
  })

  test('are stored as numbers, of names that begin alike the longest', () => {
    expect(storedText('@Ada Moss and @Ada, not @Adam or me@Ada; @Bo Åberg!', people)).toBe('@[1] and @[2], not @Adam or me@Ada; @[3]!')
  })

  test('come back as they were, whatever stands around them', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('@[1]', '@[2]', '@[3]', ' ', '.', '\n'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        // Words glued to a mention change what is one: keep them apart.
        const stored = pieces.join(' ')
        fc.pre(!/@(?!\[[123]\])/.test(stored))
        expect(storedText(shownText(stored, people), people)).toBe(stored)
      }),
    )
  })
})
