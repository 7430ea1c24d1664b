import { WrongUsage } from '../failure.ts'

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** "30d", "36 h", "90min", "1d12h" as milliseconds. `option` is named when it cannot be read. */
export function parseDuration(text: string, option: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|min|s|m|h|d|w)\s*/gy)]
  const read = parts.reduce((length, [part]) => length + part.length, 0)
  if (parts.length === 0 || read !== text.length)
    throw new WrongUsage(`${option}: "${text}" is no duration. Write a number and a unit, such as 7d, 12h, 90min, 30s or 2w.`)
  return Math.round(parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ''] ?? 0), 0))
}
