import { extent, max } from 'd3-array'
import { scaleLinear, scaleUtc } from 'd3-scale'
import type { TrendRow } from '../../journey/answer.ts'

export interface TrendBox {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly bottom: number
}

/** Places of times and values in a box, with the ticks to draw. `fromZero`: the axis begins at 0; else it spans −1 to +1. */
export function trendScale(rows: readonly TrendRow[], box: TrendBox, fromZero: boolean) {
  const [first = 0, last = 0] = extent(rows, (row) => row.start)
  const x = scaleUtc([first, first === last ? first + 1 : last], [box.left + 8, box.width - 12])
  const top = max(rows, (row) => row.value ?? 0) ?? 1
  const y = scaleLinear(fromZero ? [0, top || 1] : [-1, 1], [box.height - box.bottom, 10]).nice(4)
  const format = x.tickFormat()
  return {
    x,
    y,
    xTicks: x.ticks(Math.max(2, Math.floor(box.width / 110))).map((tick) => ({ at: x(tick), text: format(tick) })),
    yTicks: y.ticks(4),
  }
}
