import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvLine } from './csv-line.ts'

it('is read back unchanged by an independent parser, whatever the fields hold', () => {
  const field = fc.oneof(fc.string(), fc.constantFrom('a,b', 'say "hi"', 'two\nlines', '\r\n', '"', ' spaced ', ''))
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const text = rows.map(csvLine).join('')
      expect(parse(text, { relax_column_count: true, skip_empty_lines: false, record_delimiter: '\n' })).toEqual(rows)
    }),
  )
})

it('leaves plain fields bare', () => {
  expect(csvLine(['t_1', 'Where is my parcel?', ''])).toBe('t_1,Where is my parcel?,\n')
})
