import { formatNumber } from '../../../exports/format.ts'

/** "820 bytes", "12.3 kB", "4.1 MB", "2 GB"; thousands, as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0bytes`
  const units = ['kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  return `${formatNumber(bytes / 1000 ** power, 1)}\u00a0${units[power - 1]}`
}
