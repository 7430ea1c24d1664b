import { createReadStream } from 'node:fs'

/** One record of a delimited file, header records included. */
export interface RecordPlace {
  /** 0-based, counted from the first line of the file. */
  readonly record: number
  /** 1-based line on which it starts. */
  readonly line: number
  /** Bytes [from, to) without the line end. */
  readonly from: number
  readonly to: number
}

/** 1-based lines of what keeps a delimited file from being read; null where there is none. */
export interface RecordFaults {
  /** A quote that is still open at the end of the file opened here. */
  readonly openQuoteLine: number | null
  /** The first text right behind a closing quote. */
  readonly strayTextLine: number | null
}

const quote = 0x22
const lineFeed = 10
const carriageReturn = 13

/**
 * Walks over a UTF-8 delimited file's records; a quote opens only at the start of a field. `onRecord` returns whether to go
 * on. Returns the faults seen.
 */
export async function scanRecords(
  path: string,
  { delimiter, signal }: { readonly delimiter: string; readonly signal?: AbortSignal | undefined },
  onRecord: (place: RecordPlace) => boolean,
): Promise<RecordFaults> {
  const separator = delimiter.charCodeAt(0)
  const at = { record: 0, line: 1, startLine: 1, from: 0, quoteLine: 0 }
  let state: 'field-start' | 'plain' | 'quoted' | 'after-quote' = 'field-start'
  let offset = 0
  let last = lineFeed
  let strayTextLine: number | null = null
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, ...(signal ? { signal } : {}) })) {
    const bytes = piece as Buffer
    const begin = offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0
    for (let i = begin; i < bytes.length; i++) {
      const byte = bytes[i] as number
      if (byte === lineFeed) at.line++
      if (state === 'quoted') {
        if (byte === quote) state = 'after-quote'
      } else if (byte === quote && (state === 'field-start' || state === 'after-quote')) {
        if (state === 'field-start') at.quoteLine = at.line
        state = 'quoted'
      } else if (byte === separator) state = 'field-start'
      else if (byte === lineFeed) {
        const to = offset + i
        const before = i > 0 ? bytes[i - 1] : last
        if (
          !onRecord({ record: at.record++, line: at.startLine, from: at.from, to: before === carriageReturn && to > at.from ? to - 1 : to })
        )
          return { openQuoteLine: null, strayTextLine }
        at.from = to + 1
        at.startLine = at.line
        state = 'field-start'
      } else {
        if (state === 'after-quote' && byte !== carriageReturn) strayTextLine ??= at.line
        state = 'plain'
      }
    }
    offset += bytes.length
    last = bytes[bytes.length - 1] ?? last
  }
  if (offset > at.from) onRecord({ record: at.record, line: at.startLine, from: at.from, to: offset })
  return { openQuoteLine: state === 'quoted' ? at.quoteLine : null, strayTextLine }
}

/** The 1-based line that a byte offset lies on. */
export async function lineAtOffset(path: string, offset: number): Promise<number> {
  let line = 1
  if (offset <= 0) return line
  for await (const piece of createReadStream(path, { end: offset - 1, highWaterMark: 1 << 20 })) {
    for (let at = (piece as Buffer).indexOf(lineFeed); at >= 0; at = (piece as Buffer).indexOf(lineFeed, at + 1)) line++
  }
  return line
}
