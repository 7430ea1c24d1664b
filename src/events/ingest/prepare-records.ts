import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { refuseFile } from './prepare-problem.ts'

export const maxRecordBytes = 64 * 1024 * 1024

/** The first `count` records (header included) of a UTF-8 delimited file, quotes resolved; a blank line is a record of one empty field. */
export async function readRecords(
  path: string,
  delimiter: string,
  { count, name }: { readonly count: number; readonly name: string },
): Promise<readonly (readonly string[])[]> {
  const source = createReadStream(path, { highWaterMark: 1 << 16 })
  const parser = parse({ delimiter, bom: true, relax_quotes: true, relax_column_count: true, max_record_size: maxRecordBytes, to: count })
  source.once('error', (error) => parser.destroy(error))
  const records: string[][] = []
  try {
    for await (const record of source.pipe(parser)) {
      records.push(record as string[])
      if (records.length >= count) break
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw csvProblem(error, records.length, name)
  } finally {
    source.destroy()
  }
  return records
}

function csvProblem(error: CsvError, records: number, name: string): Error {
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return refuseFile('bad-content', name, {
      message: `row ${records + 1} is longer than ${maxRecordBytes >> 20} MB: a quote is probably not closed`,
    })
  return refuseFile('bad-content', name, { message: `row ${records + 1} cannot be read: ${error.message}` })
}
