import { WrongUsage } from '../failure.ts'

/** A moment, or a whole day; UTC milliseconds, `end` exclusive. */
export interface Moment {
  readonly start: number
  readonly end: number
}

const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/

/** "2025-01-31" (the whole day) or "2025-01-31T14:05:00" with an offset or in UTC. */
export function parseMoment(text: string, where: string): Moment {
  const [, date = '', time, zone = 'Z'] = form.exec(text) ?? []
  const start = Date.parse(`${date}T${time ?? '00:00'}${zone}`)
  const real = Number.isFinite(start) && new Date(Date.parse(`${date}T00:00Z`)).toISOString().startsWith(date)
  if (date === '' || !real)
    throw new WrongUsage(`${where}: "${text}" is no time. Write 2025-01-31 or 2025-01-31T14:05:00 (UTC, or with an offset such as +01:00).`)
  return { start, end: start + (time === undefined ? 86_400_000 : 1) }
}
