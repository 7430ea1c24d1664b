/** Numbers, durations and dates for people. The same everywhere: no locale of the machine takes part. */

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const minus = '\u2212'
const noBreak = '\u00a0'

/** "1,234"; a whole number. */
export function formatCount(value: number): string {
  return group(Math.round(value))
}

/** "950", "12.3 k", "1.2 M": for labels that must stay short. */
export function formatShort(value: number): string {
  const size = Math.abs(value)
  if (size < 9_999.5) return formatCount(value)
  if (size < 999_950) return `${formatNumber(value / 1000, size < 99_950 ? 1 : 0)}${noBreak}k`
  if (size < 999_950_000) return `${formatNumber(value / 1e6, 1)}${noBreak}M`
  return `${formatNumber(value / 1e9, 1)}${noBreak}bn`
}

/** "1,234.5"; trailing zeros are dropped. */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return '–'
  const [whole = '0', part] = Math.abs(value).toFixed(decimals).split('.')
  const fraction = (part ?? '').replace(/0+$/, '')
  const text = group(Number(whole)) + (fraction === '' ? '' : `.${fraction}`)
  return value < 0 && text !== '0' ? minus + text : text
}

/** A rate 0..1 as "62 %", "4.3 %" below ten, "<0.1 %" for what would read as nothing. */
export function formatRate(rate: number): string {
  if (!Number.isFinite(rate)) return '–'
  const percent = rate * 100
  const size = Math.abs(percent)
  if (size > 0 && size < 0.1) return `<${percent < 0 ? minus : ''}0.1${noBreak}%`
  if (size > 99.5 && size < 100) return `${formatNumber(Math.floor(percent * 10) / 10, 1)}${noBreak}%`
  return `${formatNumber(percent, size < 9.95 ? 1 : 0)}${noBreak}%`
}

/** Milliseconds as "45 s", "12 min", "3.2 h", "5.4 days", "2.1 years". */
export function formatDuration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return '–'
  const size = Math.abs(ms)
  if (size < second) return `${formatNumber(ms, 0)}${noBreak}ms`
  if (size < 59.5 * second) return `${formatNumber(ms / second, 0)}${noBreak}s`
  if (size < 59.5 * minute) return `${formatNumber(ms / minute, 0)}${noBreak}min`
  if (size < 23.95 * hour) return `${formatNumber(ms / hour, 1)}${noBreak}h`
  if (size < 730 * day) return days(ms / day)
  return `${formatNumber(ms / (365.25 * day), 1)}${noBreak}years`
}

/** A median of times, as `formatDuration`; "at once" where half or more of them are nothing, as with a single event. */
export function formatMedian(ms: number | null): string {
  return ms === 0 ? 'at once' : formatDuration(ms)
}

/** A score −1..+1 as "+0.42" or "−0.10". */
export function formatScore(score: number | null): string {
  if (score === null || !Number.isFinite(score)) return '–'
  const text = Math.abs(score).toFixed(2)
  if (text === '0.00') return '0.00'
  return `${score < 0 ? minus : '+'}${text}`
}

/** UTC milliseconds as "3 Mar 2025" (UTC). */
export function formatDate(time: number | null): string {
  if (time === null || !Number.isFinite(new Date(time).getTime())) return '–'
  const date = new Date(time)
  return `${date.getUTCDate()}${noBreak}${months[date.getUTCMonth()] ?? ''}${noBreak}${date.getUTCFullYear()}`
}

/** "3 Mar 2025 – 4 Apr 2025"; one date when both are the same day. */
export function formatPeriod(from: number | null, to: number | null): string {
  if (from === null && to === null) return '–'
  const start = formatDate(from)
  const end = formatDate(to)
  return start === end ? start : `${start} – ${end}`
}

/** "1 journey", "2 journeys". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}${noBreak}${count === 1 ? one : many}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function days(value: number): string {
  const text = formatNumber(value, Math.abs(value) < 99.95 ? 1 : 0)
  return `${text}${noBreak}${text === '1' ? 'day' : 'days'}`
}

function group(whole: number): string {
  const digits = Math.abs(whole)
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, ',')
  return whole < 0 ? minus + digits : digits
}
