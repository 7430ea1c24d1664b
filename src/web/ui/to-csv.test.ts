import { expect, test } from 'vitest'
import { toCsv } from './to-csv.ts'

test('cells with commas, quotes and line ends are quoted', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['x, "y"', 3],
        [null, 'two\nlines'],
      ],
    ),
  ).toBe('a,b\r\n"x, ""y""",3\r\n,"two\nlines"\r\n')
})

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\0x'])('a text that a spreadsheet would run is disarmed: %j', (text) => {
  expect(toCsv(['a'], [[text]]).split('\r\n')[1]).toBe(`'${text}`)
})

test('a negative number stays a number', () => {
  expect(toCsv(['a'], [[-3]])).toBe('a\r\n-3\r\n')
})
