/**
 * Which of the things that both lists have stand elsewhere: as few as possible, so that moving one to the front is one
 * move and not a move of all the others. Each thing is once in a list.
 */
export function movedItems<Item>(before: readonly Item[], after: readonly Item[]): ReadonlySet<Item> {
  const places = new Map(before.map((item, place) => [item, place]))
  const common = after.filter((item) => places.has(item))
  const staying = new Set(longestRising(common.map((item) => places.get(item) ?? 0)).map((at) => common[at]))
  return new Set(common.filter((item) => !staying.has(item)))
}

/** Indexes of a longest strictly rising subsequence. */
function longestRising(values: readonly number[]): readonly number[] {
  /** ends[k]: index of the smallest value that ends a rising subsequence of k + 1 values. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  }
  const path: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) path.push(at)
  return path.reverse()
}
