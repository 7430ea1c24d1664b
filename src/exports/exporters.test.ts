import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { answerToCsv, columnsOf } from './answer-to-csv.ts'
import { exporterFor, exporters } from './index.ts'
import { mapToJson } from './map-to-json.ts'

describe('CSV', () => {
  const columns = columnsOf<{ name: string; count: number }>(['name', 'count'])
  it('gives back what was written, apart from the guard', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }), count: fc.integer() })), (rows) => {
        const read = parse(answerToCsv(rows, columns), { columns: true, record_delimiter: '\r\n' }) as { name: string; count: string }[]
        expect(read.map((row) => Number(row.count))).toEqual(rows.map((row) => row.count))
        expect(read.map((row) => row.name.replace(/^'/, ''))).toEqual(rows.map((row) => row.name.replace(/^'/, '')))
      }),
    )
  })
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\u0000=1', '\r=1', ' =1', '＝1'])(
    'leads %j by an apostrophe so that no spreadsheet runs it',
    (text) => {
      const [row] = parse(answerToCsv([{ name: text, count: -5 }], columns), {
        columns: true,
        record_delimiter: '\r\n',
        relax_quotes: true,
      }) as { name: string; count: string }[]
      expect(row).toEqual({ name: `'${text}`, count: '-5' })
    },
  )
  it('writes paths with arrows and nothing for nothing', () => {
    expect(answerToCsv([{ path: ['A', 'B'], p50: null }], columnsOf(['path', 'p50']))).toBe('path,p50\r\nA > B,\r\n')
  })
})

describe('the list of exporters', () => {
  it('writes the example in every format', () => {
    const fontFiles = [new URL('../../node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf', import.meta.url).pathname]
    for (const exporter of exporters)
      expect(exporter.write(exampleMap(), { fontFiles, width: 900 }), exporter.name).toMatchObject({ ok: true })
  })
  it('is found by a format or a file name', () => {
    expect(exporterFor('png')?.mime).toBe('image/png')
    expect(exporterFor('out/My map.HTML')?.name).toBe('html')
    expect(exporterFor('map.docx')).toBeUndefined()
  })
  it('writes a map file that reads back the same', () => {
    expect(JSON.parse(mapToJson(exampleMap()))).toEqual(JSON.parse(JSON.stringify(exampleMap())))
  })
})
