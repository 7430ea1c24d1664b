import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeTsv } from '../tsv.ts'
import { tableCards } from './clipboard.ts'

test('each filled cell of a table becomes a text card in its place; empty cells become nothing', () => {
  const word = fc.constantFrom('', 'a', 'two words', 'say "x"', 'line\nbreak')
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (table) => {
      const wanted = table.flatMap((cells, row) =>
        cells.flatMap((text, column) => (text === '' ? [] : [{ row, column, body: { kind: 'text', text } }])),
      )
      expect(tableCards(writeTsv(table))).toEqual(wanted)
    }),
  )
})

test('a text without tabs is one card, whatever lines it has', () => {
  expect(tableCards('first\r\nsecond\n')).toEqual([{ row: 0, column: 0, body: { kind: 'text', text: 'first\nsecond' } }])
  expect(tableCards(' \n')).toEqual([])
})
