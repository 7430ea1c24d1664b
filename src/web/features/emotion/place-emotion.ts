import { emotionSeries, type EmotionRow, type EmotionSeries } from '../../../journey/methods/emotion.ts'

export interface PlacedPoint {
  readonly row: EmotionRow
  readonly x: number
  readonly y: number
  readonly low: number | null
  readonly high: number | null
}
export interface PlacedSeries {
  readonly series: EmotionSeries
  readonly points: readonly PlacedPoint[]
  /** Paths through neighbours that both have a mean. */
  readonly lines: readonly string[]
  readonly bands: readonly string[]
}
export interface PlacedChart {
  readonly width: number
  readonly left: number
  readonly bottom: number
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly names: readonly { readonly name: string; readonly x: number; readonly lines: readonly string[] }[]
  readonly series: readonly PlacedSeries[]
}

const left = 30
const top = 10
const nameHeight = 54
/** A touchpoint is never narrower: its name must be read. */
const narrowest = 88
/** Both series stand beside each other, so that neither hides the other. */
const apart = 7

/** Places rows, which are in the order of the journey, in a box; wider than it where there are many touchpoints. Pure. */
export function placeEmotion(rows: readonly EmotionRow[], box: { readonly width: number; readonly height: number }): PlacedChart {
  const names = [...new Set(rows.map(({ touchpoint }) => touchpoint))]
  const step = Math.max(narrowest, (box.width - left) / Math.max(1, names.length))
  const bottom = box.height - nameHeight
  const x = (name: string): number => left + (names.indexOf(name) + 0.5) * step
  const y = (value: number): number => top + ((1 - value) / 2) * (bottom - top)
  const series = emotionSeries.map((one): PlacedSeries => {
    const side = one === 'scores' ? -apart : apart
    const points = rows
      .filter((row) => row.series === one && row.n > 0)
      .map((row): PlacedPoint => {
        const at = { row, x: x(row.touchpoint) + side, y: y(row.mean ?? 0) }
        return { ...at, low: row.low === null ? null : y(row.low), high: row.high === null ? null : y(row.high) }
      })
    const runs = runsOf(points)
    return { series: one, points, lines: runs.map(lineOf), bands: runs.map(bandOf) }
  })
  return {
    width: Math.max(box.width, left + names.length * step),
    left,
    bottom,
    ticks: [1, 0, -1].map((value) => ({ value, y: y(value) })),
    names: names.map((name) => ({ name, x: x(name), lines: wrapped(name, Math.floor(step / 6.6)) })),
    series,
  }
}

/** Stretches of two or more points that all have a mean. */
function runsOf(points: readonly PlacedPoint[]): readonly (readonly PlacedPoint[])[] {
  const runs: PlacedPoint[][] = [[]]
  for (const point of points) {
    if (point.row.mean === null) runs.push([])
    else runs.at(-1)!.push(point)
  }
  return runs.filter((run) => run.length > 1)
}

const place = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`
const lineOf = (run: readonly PlacedPoint[]): string => `M${run.map(({ x, y }) => place(x, y)).join('L')}`
const bandOf = (run: readonly PlacedPoint[]): string => {
  const above = run.map(({ x, y, high }) => place(x, high ?? y))
  const below = run.map(({ x, y, low }) => place(x, low ?? y)).toReversed()
  return `M${[...above, ...below].join('L')}Z`
}

/** At most three lines of about so many characters; what is longer ends in an ellipsis. */
function wrapped(name: string, most: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of name.split(' ')) {
    const last = lines.at(-1)!
    if (last !== '' && last.length + word.length + 1 > most) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  const shown = lines.slice(0, 3).map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line))
  if (lines.length > 3) shown[2] = `${shown[2]!.slice(0, most - 1)}…`
  return shown
}
