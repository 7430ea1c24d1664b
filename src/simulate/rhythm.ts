import { categorical, cumulative } from './distributions.ts'
import type { Random } from './random.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** When things happen: weights by weekday (Sunday first) and by hour, UTC. */
export interface Rhythm {
  readonly weekdays: readonly number[]
  readonly hours: Float64Array
  /** Nothing happens on days whose weight is 0. */
  readonly restsAtWeekends: boolean
}

export function rhythm(weekdays: readonly number[], hours: readonly number[]): Rhythm {
  return { weekdays, hours: cumulative(hours), restsAtWeekends: weekdays[0] === 0 && weekdays[6] === 0 }
}

/** A moment of the day, milliseconds after midnight. */
export function momentOfDay(random: Random, by: Rhythm): number {
  return (categorical(random, by.hours) + random.uniform()) * hourMs
}

/**
 * Where a long wait really ends: a wait of more than eight hours ends at a usual hour of its day, and the company's
 * waits never end at a weekend. Shorter ones stay as they are.
 */
export function settle(random: Random, by: Rhythm, span: { readonly from: number; readonly to: number }): number {
  const { from, to } = span
  if (to - from < 8 * hourMs) return to
  let day = Math.floor(to / dayMs)
  const weekday = (day + 4) % 7
  if (by.restsAtWeekends && weekday === 6) day += 2
  else if (by.restsAtWeekends && weekday === 0) day += 1
  const moment = Math.floor(day * dayMs + momentOfDay(random, by))
  // A CRM export knows whole seconds only, so less than one apart could change the order.
  return moment >= from + 1000 ? moment : to
}

/** Gives the day (0-based) on which the share `q` of all arrivals is reached; the company grows by `growth` over the span. */
export function arrivalDays(
  by: Rhythm,
  span: { readonly from: number; readonly days: number; readonly growth: number },
): (q: number) => number {
  const first = Math.floor(span.from / dayMs)
  const weight = (day: number) => ((by.weekdays[(first + day + 4) % 7] ?? 0) + 0.02) * (1 + (span.growth * day) / span.days)
  const sums = cumulative(Array.from({ length: span.days }, (_, day) => weight(day)))
  return (q) => firstAbove(sums, q)
}

function firstAbove(sums: Float64Array, q: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 1) > q) high = middle
    else low = middle + 1
  }
  return low
}
