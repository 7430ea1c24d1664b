import type { TimeFormat } from './recipe.ts'

/** How a column's times are written, judged from its values. */
export interface TimeReading {
  readonly format: TimeFormat
  /** Day and month could be told apart by no value. */
  readonly ambiguous: boolean
  /** The values carry no zone, and they are no unix numbers. */
  readonly zoneless: boolean
  /** Every value is a date without a time of day. */
  readonly dateOnly: boolean
}

const clock = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[AaPp]\.?[Mm]\.?)?)?`
const zone = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?`
const calendar = new RegExp(String.raw`^\d{4}([-/.])\d{1,2}\1\d{1,2}${clock}${zone}$`)
const compact = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{4,6}Z?)?$/
const wordy = new RegExp(
  String.raw`^(?:[A-Z][a-z]{2,8},?\s+)?(?:\d{1,2}[ -][A-Z][a-z]{2,8}\.?,?[ -]\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})(?: at)?${clock}${zone}$`,
)
const slashed = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})${clock}${zone}$`)
const unix = /^\d{9,10}(?:\.\d+)?$|^\d{12,13}(?:\.\d+)?$|^\d{15,16}$/
const hasZone = /(?:Z|UTC|GMT|:\d{2}[^:]*[+-]\d{2}:?\d{2}|:\d{2}(?:\.\d+)?[+-]\d{2})$/
const hasClock = /\d[:.]\d{2}(?:\D|$)|T\d{4}/

/**
 * Reads a column's non-empty values as times; undefined when fewer than nine in ten are. Numbers count as unix times
 * only when `numbersToo`, because ids look the same.
 */
export function inferTime(values: readonly string[], { numbersToo }: { readonly numbersToo: boolean }): TimeReading | undefined {
  const texts = values.map((value) => value.trim()).filter((value) => value !== '')
  if (texts.length === 0) return undefined
  const share = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length / texts.length
  const most = 0.9
  if (texts.filter((text) => calendar.test(text) || wordy.test(text)).length >= most * texts.length)
    return { format: 'iso', ambiguous: false, ...written(texts) }
  if (share(slashed) >= most) return { ...dayOrMonth(texts), ...written(texts) }
  if (!numbersToo) return undefined
  if (share(compact) >= most) return { format: 'iso', ambiguous: false, ...written(texts) }
  return share(unix) >= most ? unixReading(texts) : undefined
}

function written(texts: readonly string[]): { readonly zoneless: boolean; readonly dateOnly: boolean } {
  const dates = texts.filter((text) => calendar.test(text) || wordy.test(text) || slashed.test(text) || compact.test(text))
  return {
    zoneless: dates.some((text) => !hasZone.test(text)),
    dateOnly: !dates.some((text) => hasClock.test(text.replace(/^[\d./-]+/, ''))),
  }
}

/** A number above 12 in one of the two places decides; in neither (or both) place, nothing does. */
function dayOrMonth(texts: readonly string[]): { readonly format: TimeFormat; readonly ambiguous: boolean } {
  let first = 0
  let second = 0
  let dots = 0
  for (const text of texts) {
    const parts = slashed.exec(text)
    if (!parts) continue
    if (Number(parts[1]) > 12) first++
    if (Number(parts[3]) > 12) second++
    if (parts[2] === '.') dots++
  }
  if (first > 0 && second === 0) return { format: 'day-first', ambiguous: false }
  if (second > 0 && first === 0) return { format: 'month-first', ambiguous: false }
  if (first === 0 && dots === texts.length) return { format: 'day-first', ambiguous: false }
  return { format: first >= second ? 'day-first' : 'month-first', ambiguous: true }
}

function unixReading(texts: readonly string[]): TimeReading {
  const digits = Math.max(...texts.map((text) => /^\d*/.exec(text)?.[0].length ?? 0))
  const format = digits <= 10 ? 'unix-seconds' : digits <= 13 ? 'unix-milliseconds' : 'unix-microseconds'
  return { format, ambiguous: false, zoneless: false, dateOnly: false }
}
