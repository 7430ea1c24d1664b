import type { TextMark } from '../../../journey/map.ts'

/** The formatting of a text after one place of it was changed: what lies before and after keeps its own, what was formatted all over that place still is. */
export function keepMarks(before: string, after: string, marks: readonly TextMark[] = []): readonly TextMark[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  // In the text before, the changed place is from `start` to `end`; it grew by `by`.
  const end = before.length - same
  const by = after.length - before.length
  return marks.flatMap((mark) => {
    const over = end > start && mark.from <= start && mark.to >= end
    const from = over || mark.from < start ? mark.from : Math.max(mark.from, end) + by
    const to = over || mark.to > end ? mark.to + by : Math.min(mark.to, start)
    return from < to ? [{ ...mark, from, to }] : []
  })
}
