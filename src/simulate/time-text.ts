const dayMs = 86_400_000
const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
const dates = new Map<number, string>()

/** UTC milliseconds as `2025-01-31T08:05:09.123Z`: the same text as `Date.toISOString`, several times faster. */
export function timeText(ms: number): string {
  const day = Math.floor(ms / dayMs)
  const inDay = ms - day * dayMs
  const seconds = Math.floor(inDay / 1000)
  const minutes = Math.floor(seconds / 60)
  const fraction = inDay - seconds * 1000
  const padded = fraction < 10 ? `00${fraction}` : fraction < 100 ? `0${fraction}` : fraction
  return `${dateText(day)}T${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}.${padded}Z`
}

/** As help desks and CRMs write it: `2025-01-31 08:05:09`, UTC. */
export function secondsText(ms: number): string {
  const text = timeText(ms)
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

function dateText(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  // A run covers some thousand days at the most; the limit only keeps odd uses from growing it for ever.
  if (dates.size > 20_000) dates.clear()
  const text = new Date(day * dayMs).toISOString().slice(0, 10)
  dates.set(day, text)
  return text
}
