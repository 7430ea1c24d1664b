import type { MemberRow } from '../../../journey/answer.ts'
import { toCsv } from '../../ui/to-csv.ts'

const time = (ms: number): string => new Date(ms).toISOString()

/** One line a member; times in UTC. */
export function membersCsv(rows: readonly MemberRow[]): string {
  const moments = rows.some((row) => row.time !== undefined)
  return toCsv(
    ['customer', 'journey', 'start', 'end', 'events', 'outcome', ...(moments ? ['time'] : [])],
    rows.map((row) => [
      row.customer,
      row.journey,
      time(row.start),
      time(row.end),
      row.events,
      row.outcome,
      ...(moments ? [row.time === undefined ? '' : time(row.time)] : []),
    ]),
  )
}
