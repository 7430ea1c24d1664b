import type { TimelineRow } from '../../../journey/answer.ts'

export interface TimelineGroup {
  /** 1-based number of the journey; null for events that belong to none. */
  readonly journey: number | null
  readonly rows: readonly TimelineRow[]
}

/** Splits a timeline, in its order, wherever the journey changes. */
export function groupTimeline(rows: readonly TimelineRow[]): readonly TimelineGroup[] {
  const groups: { readonly journey: number | null; readonly rows: TimelineRow[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && last.journey === row.journey) last.rows.push(row)
    else groups.push({ journey: row.journey, rows: [row] })
  }
  return groups
}
