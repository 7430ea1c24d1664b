import { createReadStream } from 'node:fs'
import { flattenJson } from '../../sources/flatten-json.ts'
import { maxRecordBytes } from './prepare-records.ts'
import { refuseFile } from './prepare-problem.ts'

export interface JsonLine {
  /** 1-based line in the file. */
  readonly line: number
  readonly text: string
}

/** The lines of a UTF-8 file that are not blank. A line longer than 64 MB is refused. */
export async function* readLines(path: string, name: string): AsyncGenerator<JsonLine> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 0
  const source = createReadStream(path, { highWaterMark: 1 << 18 })
  for await (const chunk of source) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      line++
      const text = bytes.toString('utf8', from, end)
      if (text.trim() !== '') yield { line, text }
      from = end + 1
    }
    rest = bytes.subarray(from)
    if (rest.length > maxRecordBytes)
      throw refuseFile('bad-content', name, { line: line + 1, message: 'the line is longer than 64 MB: write one JSON object a line' })
  }
  const text = rest.toString('utf8')
  if (text.trim() !== '') yield { line: line + 1, text }
}

/** A line as columns of text; undefined when it is no JSON object. */
export function readJsonRow(text: string): Map<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? flattenJson(value) : undefined
  } catch {
    return undefined
  }
}
