import { expect, test } from 'vitest'
import { plain, widthOf } from './plain.ts'
import { drawTable, type Column } from './table.ts'

interface Row {
  readonly name: string
  readonly count: string
}
const columns: readonly Column<Row>[] = [
  { title: 'name', value: (row) => row.name },
  { title: 'count', right: true, value: (row) => row.count },
]

test('texts stand left and numbers right, as wide as the widest', () => {
  const rows = [
    { name: 'check ticket', count: '6' },
    { name: '受付', count: '1,200' },
  ]
  expect(drawTable(columns, rows, { columns: null, colour: false })).toBe('name          count\ncheck ticket      6\n受付          1,200\n')
})

test('in a narrow terminal text is cut and numbers are not', () => {
  const rows = [{ name: 'a very long touchpoint that nobody can read', count: '1,234' }]
  const [, line = ''] = drawTable(columns, rows, { columns: 30, colour: false }).split('\n')
  expect(line).toMatch(/^a very long .*… +1,234$/)
  expect(widthOf(line)).toBeLessThanOrEqual(30)
})

test('text from data cannot move the cursor or break the line', () => {
  expect(plain('a\u001b[2Jb\nc\u202ed')).toBe('a [2Jb c d')
})

test('colour only where it is wanted', () => {
  const rows = [{ name: 'a', count: '1' }]
  expect(drawTable(columns, rows, { columns: 80, colour: false })).not.toContain('\u001b')
  expect(drawTable(columns, rows, { columns: 80, colour: true })).toContain('\u001b[2m')
})
