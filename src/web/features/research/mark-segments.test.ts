import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markSegments, trimmedRange } from './mark-segments.ts'

test('every place of a text lies in one segment that names exactly the marks over it', () => {
  const mark = fc.record({ id: fc.uuid(), from: fc.nat(40), to: fc.nat(45) })
  fc.assert(
    fc.property(fc.nat(40), fc.uniqueArray(mark, { selector: ({ id }) => id, maxLength: 8 }), (length, marks) => {
      const segments = markSegments(length, marks)
      expect(segments.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(length)
      for (const [index, { from, to, marks: named }] of segments.entries()) {
        expect(from).toBe(segments[index - 1]?.to ?? 0)
        for (let at = from; at < to; at++)
          expect(named.toSorted()).toEqual(
            marks
              .filter((one) => one.from <= at && at < Math.min(one.to, length))
              .map(({ id }) => id)
              .toSorted(),
          )
      }
    }),
  )
})

test('a selection is kept without blanks at its ends', () => {
  expect(trimmedRange('a  bc  d', 1, 6)).toEqual({ from: 3, to: 5 })
  expect(trimmedRange('a   b', 1, 3)).toBeUndefined()
})
