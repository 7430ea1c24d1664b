/** What somebody did next who had come the same way and reached the goal. */
export interface Converter {
  /** The whole journey, one that somebody really made. */
  readonly path: readonly string[]
  /** How much of it lies behind: its first so many touchpoints are like the past. */
  readonly like: number
  /** Touchpoints by which that part differs from the past: left out, added or other ones. */
  readonly differences: number
  /** What came next in it. */
  readonly next: string
}

/**
 * The journey to the goal whose beginning is most like the past (fewest differences by Levenshtein's distance to any of its
 * beginnings); of equal ones the one with the fewest steps left, then the one listed first. Undefined without any journey that
 * goes on after its beginning.
 */
export function nearestConverter(past: readonly string[], converted: readonly (readonly string[])[]): Converter | undefined {
  let best: (Converter & { readonly left: number }) | undefined
  for (const path of converted) {
    // A beginning of another length differs by at least as much as the lengths do.
    if (best && past.length - path.length > best.differences) continue
    const distances = distanceToBeginnings(past, path)
    for (let like = 0; like < path.length; like++) {
      const differences = distances[like]!
      const left = path.length - like
      if (best && (differences > best.differences || (differences === best.differences && left >= best.left))) continue
      best = { path, like, differences, next: path[like]!, left }
    }
  }
  if (!best) return undefined
  const { left: _left, ...found } = best
  return found
}

/** Levenshtein's distance of the past to every beginning of a path, from the empty one on. */
function distanceToBeginnings(past: readonly string[], path: readonly string[]): readonly number[] {
  let row = Array.from({ length: path.length + 1 }, (_, length) => length)
  for (const [at, touchpoint] of past.entries()) {
    const next = [at + 1]
    for (let length = 1; length <= path.length; length++)
      next.push(Math.min(row[length]! + 1, next[length - 1]! + 1, row[length - 1]! + (path[length - 1] === touchpoint ? 0 : 1)))
    row = next
  }
  return row
}
