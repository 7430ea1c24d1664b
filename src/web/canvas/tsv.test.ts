import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTsv, writeTsv } from './tsv.ts'

test('a spreadsheet’s cells with tabs, quotes and line breaks come back as they were', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(readTsv(writeTsv(rows))).toEqual(rows)
    }),
  )
})

test('what a spreadsheet puts on the clipboard is read: quotes, doubled quotes, a line end at the end', () => {
  expect(readTsv('a\tb\r\n"c\nd"\t"say ""x"""\r\n')).toEqual([
    ['a', 'b'],
    ['c\nd', 'say "x"'],
  ])
  expect(readTsv('5" pipe\tq')).toEqual([['5" pipe', 'q']])
  expect(readTsv('"open')).toEqual([['"open']])
})
