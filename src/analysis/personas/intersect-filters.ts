import type { JourneyFilter } from '../../journey/filter.ts'

/** The filter of journeys that both filters let through; undefined when no journey can be both. */
export function intersectFilters(a: JourneyFilter, b: JourneyFilter): JourneyFilter | undefined {
  const outcomes = common(a.outcomes, b.outcomes)
  const ids = common(a.ids, b.ids)
  const text = (path: readonly string[]): string => JSON.stringify(path)
  const paths = common(a.paths?.map(text), b.paths?.map(text))
  const archetype = a.archetype ?? b.archetype
  if (a.archetype && b.archetype && a.archetype.number !== b.archetype.number) return undefined
  // Only one deviation can be asked for at a time: the first one is kept.
  const deviation = a.deviation ?? b.deviation
  const both: JourneyFilter = {
    ...(a.reached || b.reached ? { reached: union(a.reached, b.reached) } : {}),
    ...(a.notReached || b.notReached ? { notReached: union(a.notReached, b.notReached) } : {}),
    ...(a.properties || b.properties ? { properties: [...(a.properties ?? []), ...(b.properties ?? [])] } : {}),
    ...(outcomes && { outcomes }),
    ...(ids && { ids }),
    ...(paths && { paths: paths.map((path) => JSON.parse(path) as readonly string[]) }),
    ...(archetype && { archetype }),
    ...(deviation && { deviation }),
    ...(a.oneIn || b.oneIn ? { oneIn: leastCommonMultiple(a.oneIn ?? 1, b.oneIn ?? 1) } : {}),
    ...bound('minDurationMs', [a.minDurationMs, b.minDurationMs], Math.max),
    ...bound('maxDurationMs', [a.maxDurationMs, b.maxDurationMs], Math.min),
    ...bound('startFrom', [a.startFrom, b.startFrom], Math.max),
    ...bound('startTo', [a.startTo, b.startTo], Math.min),
  }
  if (outcomes?.length === 0 || ids?.length === 0 || paths?.length === 0) return undefined
  if ((both.reached ?? []).some((name) => both.notReached?.includes(name))) return undefined
  return both
}

const union = (a: readonly string[] = [], b: readonly string[] = []): readonly string[] => [...new Set([...a, ...b])]

/** An empty list asks nothing, as a missing one. */
function common<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined {
  if (!a?.length) return b?.length ? b : undefined
  if (!b?.length) return a
  return a.filter((one) => b.includes(one))
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return (a / x) * b
}

type Bound = 'minDurationMs' | 'maxDurationMs' | 'startFrom' | 'startTo'
function bound(key: Bound, values: readonly (number | undefined)[], tighter: (...values: number[]) => number): JourneyFilter {
  const given = values.filter((value) => value !== undefined)
  return given.length > 0 ? { [key]: tighter(...given) } : {}
}
