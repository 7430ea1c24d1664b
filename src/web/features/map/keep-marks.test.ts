import { expect, test } from 'vitest'
import type { TextMark } from '../../../journey/map.ts'
import { keepMarks } from './keep-marks.ts'

const bold = (from: number, to: number): TextMark => ({ kind: 'bold', from, to })

test('words before and after the changed place keep their formatting', () => {
  expect(keepMarks('one two three', 'one 2 three', [bold(0, 3), bold(8, 13)])).toEqual([bold(0, 3), bold(6, 11)])
})

test('what is typed within formatted words is formatted, at their edges it is not', () => {
  expect(keepMarks('bold', 'boxld', [bold(0, 4)])).toEqual([bold(0, 5)])
  expect(keepMarks('bold', 'xbold', [bold(0, 4)])).toEqual([bold(1, 5)])
  expect(keepMarks('bold', 'boldx', [bold(0, 4)])).toEqual([bold(0, 4)])
})

test('formatting of words that are gone goes with them', () => {
  expect(keepMarks('keep drop', 'keep', [bold(5, 9)])).toEqual([])
  expect(keepMarks('abcdef', 'abXf', [bold(3, 5)])).toEqual([])
  expect(keepMarks('abcdef', 'abXf', [bold(0, 4)])).toEqual([bold(0, 2)])
  expect(keepMarks('abcdef', 'abXf', [bold(4, 6)])).toEqual([bold(3, 4)])
})

test('replaced words that were a link all over stay the link', () => {
  const link: TextMark = { kind: 'link', href: 'https://example.org', from: 4, to: 8 }
  expect(keepMarks('see here now', 'see that now', [link])).toEqual([link])
})
