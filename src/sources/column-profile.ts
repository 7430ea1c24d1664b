import { inferTime, type TimeReading } from './infer-time.ts'
import { cellOf, type SampledFile } from './inference.ts'

/** What a sample tells about a column. */
export interface ColumnProfile {
  readonly name: string
  /** The name in plain lower-case words: "order_approved_at" and "OrderApprovedAt" are "order approved at". */
  readonly words: string
  readonly values: readonly string[]
  /** Share of rows with a value. */
  readonly filled: number
  /** Different values over values. */
  readonly distinct: number
  readonly numeric: boolean
  readonly meanLength: number
  readonly time: TimeReading | undefined
}

export function profileColumns(file: SampledFile): readonly ColumnProfile[] {
  return file.columns.map((name) => profileColumn(name, file.rows))
}

function profileColumn(name: string, rows: SampledFile['rows']): ColumnProfile {
  const values = rows.map((row) => cellOf(row, name)).filter((value) => value.trim() !== '')
  const words = plainWords(name)
  const many = Math.max(values.length, 1)
  return {
    name,
    words,
    values,
    filled: values.length / Math.max(rows.length, 1),
    distinct: new Set(values).size / many,
    numeric: values.length > 0 && values.every((value) => Number.isFinite(Number(value))),
    meanLength: values.reduce((sum, value) => sum + value.length, 0) / many,
    time: withNamedZone(inferTime(values, { numbersToo: soundsLikeTime.test(words) }), words),
  }
}

/** A name that lets its numbers be read as unix times. */
const soundsLikeTime = /(?:^| )(?:time|timestamp|timestamps|date|datetime|at|ts|tstamp|created|updated|when)(?: |$)/

/** A header such as "Submit Date (UTC)" says the zone that its values leave out; UTC is what a recipe takes anyway. */
const withNamedZone = (time: TimeReading | undefined, words: string): TimeReading | undefined =>
  time && / (?:utc|gmt)$/.test(words) ? { ...time, zoneless: false } : time

/** Lower-case words of a name, whatever joins them: capitals, dots, colons, underscores. */
export function plainWords(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
