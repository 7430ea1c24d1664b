import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordDiff, type WordPart } from './word-diff.ts'

const told = (parts: readonly WordPart[]) => parts.map((part) => ({ same: ' ', removed: '-', added: '+' })[part.kind] + part.text)
const without = (parts: readonly WordPart[], kind: WordPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

describe('the difference of two texts, word by word', () => {
  test('keeps what both have', () => {
    expect(told(wordDiff('Waits three days for the mail', 'Waits two days for a mail'))).toEqual([
      ' Waits ',
      '-three',
      '+two',
      '  days for ',
      '-the',
      '+a',
      '  mail',
    ])
    expect(wordDiff('same text', 'same text')).toEqual([{ kind: 'same', text: 'same text' }])
    expect(told(wordDiff('', 'new'))).toEqual(['+new'])
    expect(wordDiff('', '')).toEqual([])
  })

  test('gives both texts again, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ä', '🙂', '-', 'ab')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), fc.oneof(words, fc.string({ unit: 'binary' })), (before, after) => {
        const parts = wordDiff(before, after)
        expect(without(parts, 'added')).toBe(before)
        expect(without(parts, 'removed')).toBe(after)
      }),
    )
  })

  test('keeps as many words as a plain search over all subsequences', () => {
    const short = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })
    fc.assert(
      fc.property(short, short, (a, b) => {
        const kept = wordDiff(a.join('.'), b.join('.')).filter((part) => part.kind === 'same')
        const signs = kept.map((part) => part.text).join('').length
        expect(signs).toBe(plainLongest([...a.join('.')], [...b.join('.')]))
      }),
    )
  })

  test('answers for long texts too', () => {
    const before = Array.from({ length: 3000 }, (_, at) => `w${at}`).join(' ')
    const after = Array.from({ length: 3000 }, (_, at) => `v${at}`).join(' ')
    expect(without(wordDiff(`Start ${before} end`, `Start ${after} end`), 'removed')).toBe(`Start ${after} end`)
  })
})

function plainLongest(a: readonly string[], b: readonly string[]): number {
  const known = new Map<string, number>()
  const longest = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return 0
    const key = `${i}/${j}`
    const found = known.get(key)
    if (found !== undefined) return found
    const length = a[i] === b[j] ? 1 + longest(i + 1, j + 1) : Math.max(longest(i + 1, j), longest(i, j + 1))
    known.set(key, length)
    return length
  }
  return longest(0, 0)
}
