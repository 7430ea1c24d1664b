/** A part of a text and which marks lie over it. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly marks: readonly string[]
}
interface Mark {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** Cuts a text of this length where marks begin and end, so that marks may overlap. The segments join to the whole text. */
export function markSegments(length: number, marks: readonly Mark[]): readonly Segment[] {
  const within = marks
    .map(({ id, from, to }) => ({ id, from: Math.max(0, from), to: Math.min(length, to) }))
    .filter(({ from, to }) => from < to)
  const cuts = [...new Set([0, length, ...within.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const starts = within.toSorted((a, b) => a.from - b.from)
  let open: readonly Mark[] = []
  let next = 0
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? length
    const opened: Mark[] = []
    for (let start = starts[next]; start && start.from <= from; start = starts[++next]) opened.push(start)
    open = [...open, ...opened].filter((mark) => mark.to > from)
    return { from, to, marks: open.map(({ id }) => id) }
  })
}

/** The range without blanks at its ends; undefined when nothing is left. */
export function trimmedRange(text: string, from: number, to: number): { readonly from: number; readonly to: number } | undefined {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  const end = start + words.trim().length
  return start < end ? { from: start, to: end } : undefined
}
