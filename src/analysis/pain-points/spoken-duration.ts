const units = [
  { ms: 86_400_000, name: 'days' },
  { ms: 3_600_000, name: 'hours' },
  { ms: 60_000, name: 'minutes' },
  { ms: 1000, name: 'seconds' },
]

/** A duration for a sentence, in the largest unit of which there are two: 90,000 ms are "90 seconds", 5 days "5 days". */
export function spokenDuration(ms: number): string {
  const unit = units.find((candidate) => ms >= 2 * candidate.ms)
  if (!unit) return `${Math.round(ms)} ms`
  const count = ms / unit.ms
  return `${count >= 10 || Number.isInteger(count) ? Math.round(count) : count.toFixed(1)} ${unit.name}`
}
