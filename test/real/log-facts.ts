import { readFileSync } from 'node:fs'
import { testData } from '../test-data.ts'

/** What an independent tool counted in a log, as the data's own JSON files tell it. */
export interface LogFacts {
  readonly cases: number
  readonly events: number
  readonly activities: number
  readonly variants: number
  readonly dfg_edges: number
  readonly events_per_case: { readonly min: number; readonly median: number; readonly max: number }
  readonly duration_days: { readonly mean: number; readonly median: number; readonly max: number }
  readonly first: string
  readonly last: string
  readonly activity_counts: Readonly<Record<string, number>>
  readonly top_variants: readonly { readonly count: number; readonly variant: readonly string[] }[]
  readonly top_dfg: readonly (readonly [string, string, number])[]
  readonly start: Readonly<Record<string, number>>
  readonly end: Readonly<Record<string, number>>
}

export const logFacts = (name: string): LogFacts => JSON.parse(readFileSync(testData('logs', name), 'utf8')) as LogFacts

/** Transitions of a `.dfg` file: a count of names, the names, starts, ends, then `from>toxcount` by index. */
export function readDfg(name: string): readonly { readonly from: string; readonly to: string; readonly count: number }[] {
  const lines = readFileSync(testData('logs', name), 'utf8').split(/\r?\n/)
  const names = lines.slice(1, 1 + Number(lines[0]))
  return lines.flatMap((line) => {
    const [, from, to, count] = /^(\d+)>(\d+)x(\d+)$/.exec(line.trim()) ?? []
    return count === undefined ? [] : [{ from: names[Number(from)]!, to: names[Number(to)]!, count: Number(count) }]
  })
}
