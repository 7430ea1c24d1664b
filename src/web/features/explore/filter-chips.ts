import { formatDate } from '../../../exports/format.ts'
import type { EventFilter, JourneyFilter, PropertyTest } from '../../../journey/filter.ts'
import type { ExploreSearch } from './explore-search.ts'
import { writeDuration } from './duration-text.ts'

export interface FilterChip {
  readonly text: string
  /** What the address says when the chip is taken away. */
  readonly without: ExploreSearch
}

const outcomeNames = { goal: 'reached the goal', lost: 'ended without the goal', open: 'still open' } as const

/** The event filters that are set, each as a phrase after "only events …". */
export function eventChips(search: ExploreSearch): readonly FilterChip[] {
  const filter = search.events ?? {}
  const chip = (text: string, key: keyof EventFilter, rest?: readonly unknown[]): FilterChip => ({
    text,
    without: set(search, { part: 'events', key, rest }),
  })
  return [
    ...each(filter.touchpoints, (name, rest) => chip(`at ${name}`, 'touchpoints', rest)),
    ...each(filter.notTouchpoints, (name, rest) => chip(`not at ${name}`, 'notTouchpoints', rest)),
    ...each(filter.channels, (name, rest) => chip(`through ${name || 'no channel'}`, 'channels', rest)),
    ...each(filter.sources, (name, rest) => chip(`from ${name}`, 'sources', rest)),
    ...each(filter.roles, (name, rest) => chip(`by ${name || 'no role'}`, 'roles', rest)),
    ...each(filter.properties, (test, rest) => chip(testText(test), 'properties', rest)),
    ...(filter.from === undefined ? [] : [chip(`since ${formatDate(filter.from)}`, 'from')]),
    ...(filter.to === undefined ? [] : [chip(`before ${formatDate(filter.to)}`, 'to')]),
  ]
}

/** The journey filters that are set, each as a phrase after "only journeys that …". */
export function journeyChips(search: ExploreSearch): readonly FilterChip[] {
  const filter = search.journeys ?? {}
  const chip = (text: string, key: keyof JourneyFilter, rest?: readonly unknown[]): FilterChip => ({
    text,
    without: set(search, { part: 'journeys', key, rest }),
  })
  return [
    ...(filter.archetype === undefined ? [] : [chip(`are of archetype ${filter.archetype.number}`, 'archetype')]),
    ...(filter.oneIn === undefined ? [] : [chip(`are of one customer in ${filter.oneIn}`, 'oneIn')]),
    ...each(filter.reached, (name, rest) => chip(`reached ${name}`, 'reached', rest)),
    ...each(filter.notReached, (name, rest) => chip(`did not reach ${name}`, 'notReached', rest)),
    ...each(filter.outcomes, (outcome, rest) => chip(outcomeNames[outcome], 'outcomes', rest)),
    ...each(filter.properties, (test, rest) => chip(testText(test), 'properties', rest)),
    ...(filter.minDurationMs === undefined ? [] : [chip(`took at least ${writeDuration(filter.minDurationMs)}`, 'minDurationMs')]),
    ...(filter.maxDurationMs === undefined ? [] : [chip(`took at most ${writeDuration(filter.maxDurationMs)}`, 'maxDurationMs')]),
  ]
}

const testText = (test: PropertyTest): string => `${test.property} ${test.operator} ${test.value || '(empty)'}`

function each<T>(values: readonly T[] | undefined, make: (value: T, rest: readonly T[]) => FilterChip): readonly FilterChip[] {
  return (values ?? []).map((value, index, all) => make(value, all.toSpliced(index, 1)))
}

interface Setting {
  readonly part: 'events' | 'journeys'
  readonly key: string
  readonly rest: readonly unknown[] | undefined
}
function set(search: ExploreSearch, { part, key, rest }: Setting): ExploreSearch {
  const { [key as never]: _gone, ...others } = search[part] ?? {}
  const next = rest && rest.length > 0 ? { ...others, [key]: rest } : others
  const { [part]: _part, ...remaining } = search
  return Object.keys(next).length > 0 ? { ...remaining, [part]: next } : remaining
}
