import type { EmotionCurve, EmotionPoint } from '../../journey/map.ts'
import { n } from './river-paths.ts'

/** Where a point of the curve stands; the same keys as the points: stage, and step where there is one. */
export interface EmotionColumn {
  readonly stage: string
  readonly step?: string
  /** The middle of the column, pixels. */
  readonly x: number
}

export interface EmotionBox {
  readonly width: number
  readonly height: number
  readonly columns: readonly EmotionColumn[]
}

export interface PlacedEmotion {
  readonly point: EmotionPoint
  readonly x: number
  /** Null: too few answers for a mean. */
  readonly y: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface EmotionLayout {
  readonly width: number
  readonly height: number
  /** Height of −1, 0 and +1. */
  readonly worst: number
  readonly middle: number
  readonly best: number
  readonly points: readonly PlacedEmotion[]
  /** One path for every run of points with a mean; a point with too few answers breaks the line. */
  readonly lines: readonly string[]
  /** The 95 % interval around each run, as filled outlines. */
  readonly bands: readonly string[]
  /** Dashed bridges over the gaps: no claim, only help for the eye. */
  readonly bridges: readonly string[]
}

/** The emotion curve in a box: points by their column, +1 at the top. Points whose column is not given are left out. */
export function layoutEmotion(curve: EmotionCurve, box: EmotionBox): EmotionLayout {
  const best = 12
  const worst = Math.max(best + 8, box.height - 20)
  const place = (score: number): number => best + ((1 - Math.min(1, Math.max(-1, score))) / 2) * (worst - best)
  const points = curve.points.flatMap((point): PlacedEmotion[] => {
    const column = box.columns.find((candidate) => candidate.stage === point.stage && candidate.step === point.step)
    if (!column) return []
    const at = (score: number | null): number | null => (score === null || point.mean === null ? null : place(score))
    return [{ point, x: column.x, y: at(point.mean), low: at(point.low), high: at(point.high) }]
  })
  const runs = runsOf(points)
  return {
    width: box.width,
    height: box.height,
    worst,
    middle: place(0),
    best,
    points,
    lines: runs.filter((run) => run.length > 1).map((run) => `M${smooth(run.map((point) => ({ x: point.x, y: point.y ?? 0 })))}`),
    bands: runs.map(bandOf).filter((band) => band !== ''),
    bridges: runs.slice(1).map((run, index) => bridge(runs[index]?.at(-1), run[0])),
  }
}

function runsOf(points: readonly PlacedEmotion[]): PlacedEmotion[][] {
  const runs: PlacedEmotion[][] = [[]]
  for (const point of points.toSorted((a, b) => a.x - b.x)) {
    if (point.y === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 0)
}

function bandOf(run: readonly PlacedEmotion[]): string {
  const known = run.filter((point) => point.low !== null && point.high !== null)
  if (known.length === 0) return ''
  const upper = known.map((point) => ({ x: point.x, y: point.high ?? 0 }))
  const lower = known.map((point) => ({ x: point.x, y: point.low ?? 0 })).toReversed()
  if (known.length > 1) return `M${smooth(upper)}L${smooth(lower)}Z`
  const [high, low] = [upper[0], lower[0]]
  return high && low
    ? `M${n(high.x - 5)},${n(high.y)}L${n(high.x + 5)},${n(high.y)}L${n(high.x + 5)},${n(low.y)}L${n(high.x - 5)},${n(low.y)}Z`
    : ''
}

/** A curve that never goes beyond its points: a mean between two points is not claimed to be worse than both. */
function smooth(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1]
      if (!before) return `${n(point.x)},${n(point.y)}`
      const third = (point.x - before.x) * 0.4
      return `C${n(before.x + third)},${n(before.y)} ${n(point.x - third)},${n(point.y)} ${n(point.x)},${n(point.y)}`
    })
    .join('')
}

function bridge(from: PlacedEmotion | undefined, to: PlacedEmotion | undefined): string {
  return from && to ? `M${n(from.x)},${n(from.y ?? 0)}L${n(to.x)},${n(to.y ?? 0)}` : ''
}
