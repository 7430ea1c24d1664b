import type { TraceRow } from '../../journey/trace.ts'

/** Scores in columns, so that thousands of groups of them can be compared quickly. One journey counts once per stratum. */
export interface FeedbackTable {
  readonly traces: readonly TraceRow[]
  /** For each answer: its journey, its step in it, its value −1..+1, and its strata. */
  readonly trace: Int32Array
  readonly step: Int32Array
  readonly value: Float64Array
  /** Same touchpoint, same scale, same 30 days: what answers are compared with first. */
  readonly placeStratum: Int32Array
  /** Same scale, same 30 days, any touchpoint. */
  readonly scaleStratum: Int32Array
  /** The same without the 30 days, for comparisons that divide answers further. */
  readonly placeAnyTime: Int32Array
  readonly scaleAnyTime: Int32Array
  readonly place: readonly string[]
  readonly scale: readonly string[]
}

const periodMs = 30 * 86_400_000

export function feedbackTable(traces: readonly TraceRow[]): FeedbackTable {
  const trace: number[] = []
  const step: number[] = []
  const value: number[] = []
  const place: string[] = []
  const scale: string[] = []
  const placeStratum: number[] = []
  const scaleStratum: number[] = []
  const placeAnyTime: number[] = []
  const scaleAnyTime: number[] = []
  const strata = new Map<string, number>()
  const idOf = (key: string) => {
    const id = strata.get(key) ?? strata.size
    strata.set(key, id)
    return id
  }
  traces.forEach((row, index) => {
    const seen = new Set<number>()
    for (const score of row.scores) {
      const name = row.touchpoints[score.step]
      if (name === undefined) continue
      const period = Math.floor(score.time / periodMs)
      const stratum = idOf(JSON.stringify([name, score.scale, period]))
      if (seen.has(stratum)) continue
      seen.add(stratum)
      trace.push(index)
      step.push(score.step)
      value.push(score.value)
      place.push(name)
      scale.push(score.scale)
      placeStratum.push(stratum)
      scaleStratum.push(idOf(JSON.stringify([score.scale, period])))
      placeAnyTime.push(idOf(JSON.stringify([name, score.scale])))
      scaleAnyTime.push(idOf(JSON.stringify([score.scale])))
    }
  })
  return {
    traces,
    trace: Int32Array.from(trace),
    step: Int32Array.from(step),
    value: Float64Array.from(value),
    placeStratum: Int32Array.from(placeStratum),
    scaleStratum: Int32Array.from(scaleStratum),
    placeAnyTime: Int32Array.from(placeAnyTime),
    scaleAnyTime: Int32Array.from(scaleAnyTime),
    place,
    scale,
  }
}
