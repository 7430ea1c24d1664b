/** The scale of a column of scores, from its name and values; `sure` is false when another one would fit as well. Undefined: no scores. */
export function inferScale(column: string, values: readonly string[]): { readonly scale: string; readonly sure: boolean } | undefined {
  const numbers = values.filter((value) => value.trim() !== '').map(Number)
  if (numbers.length === 0 || numbers.some((n) => !Number.isFinite(n))) return undefined
  const low = Math.min(...numbers)
  const high = Math.max(...numbers)
  const whole = numbers.every(Number.isInteger)
  const name = column.toLowerCase()
  const within = (from: number, to: number): boolean => low >= from && high <= to
  const known = namedScales.find(({ pattern, from, to }) => pattern.test(name) && within(from, to))
  if (known) return { scale: known.scale, sure: true }
  if (whole && within(1, 5)) return { scale: '1..5', sure: high === 5 && low === 1 }
  if (whole && within(1, 7)) return { scale: '1..7', sure: high === 7 && low === 1 }
  if (within(0, 10)) return { scale: '0..10', sure: whole && high > 7 }
  if (within(-1, 1)) return { scale: '-1..1', sure: low < 0 }
  if (within(0, 100)) return { scale: '0..100', sure: high > 50 }
  return undefined
}

const namedScales: readonly { readonly pattern: RegExp; readonly scale: string; readonly from: number; readonly to: number }[] = [
  { pattern: /(?:^|[^a-z])nps|recommend|promoter/, scale: 'nps', from: 0, to: 10 },
  { pattern: /(?:^|[^a-z])ces(?:[^a-z]|$)|effort/, scale: 'ces', from: 1, to: 7 },
  { pattern: /csat|satisf/, scale: 'csat', from: 1, to: 5 },
  { pattern: /star|review|rating/, scale: 'stars', from: 1, to: 5 },
]
