import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveSpan } from './move-spans.ts'

describe('highlights of an edited text', () => {
  const before = 'I waited a week. Then I called. Nobody knew anything.'
  const of = (words: string) => ({ from: before.indexOf(words), to: before.indexOf(words) + words.length })
  const moved = (after: string, words: string) => {
    const span = moveSpan(before, after, of(words))
    return span && after.slice(span.from, span.to)
  }

  test('stay on their words when text is put before, after or between', () => {
    expect(moved(`Ana: ${before}`, 'I called')).toBe('I called')
    expect(moved(`${before} Really.`, 'Nobody knew')).toBe('Nobody knew')
    expect(moved(before.replace('Then', 'And then, on Friday,'), 'Nobody knew anything')).toBe('Nobody knew anything')
    expect(moved(`First. ${before} Last.`, 'I called')).toBe('I called')
    expect(moved('Nobody knew anything. Then I called. I waited a week.', 'I called')).toBe('I called')
  })

  test('are lost when their words are', () => {
    expect(moveSpan(before, before.replace('I called', 'I wrote'), of('I called'))).toBeUndefined()
    expect(moveSpan(before, '', of('a week'))).toBeUndefined()
  })

  test('whatever is put in outside of them, they keep their own place', () => {
    const text = fc.string({ maxLength: 60 })
    fc.assert(
      fc.property(
        text,
        fc.string({ minLength: 1, maxLength: 20 }),
        text,
        fc.string({ maxLength: 20 }),
        fc.boolean(),
        (head, words, tail, put, first) => {
          const whole = head + words + tail
          const after = first ? put + whole : whole + put
          const span = moveSpan(whole, after, { from: head.length, to: head.length + words.length })
          return span !== undefined && after.slice(span.from, span.to) === words
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('whatever is changed, they stand on the same words or are lost', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), fc.nat(40), fc.nat(20), (a, b, from, length) => {
        const start = Math.min(from, a.length)
        const span = { from: start, to: Math.min(a.length, start + length) }
        const to = moveSpan(a, b, span)
        return to === undefined || b.slice(to.from, to.to) === a.slice(span.from, span.to)
      }),
      { numRuns: 3000 },
    )
  })
})
