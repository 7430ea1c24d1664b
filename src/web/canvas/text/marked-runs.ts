import type { TextMark } from '../../../journey/map.ts'

export interface MarkedRun {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | undefined
}

/** A text cut where its formatting changes. */
export function markedRuns(text: string, marks: readonly TextMark[] = []): readonly MarkedRun[] {
  if (marks.length === 0) return text === '' ? [] : [{ text, bold: false, italic: false, href: undefined }]
  const edges = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.from, mark.to])])].filter(
    (edge) => edge >= 0 && edge <= text.length,
  )
  const cuts = edges.toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const here = marks.filter((mark) => mark.from <= from && from < mark.to)
    const link = here.find((mark) => mark.kind === 'link')
    return {
      text: text.slice(from, cuts[index + 1]),
      bold: here.some((mark) => mark.kind === 'bold'),
      italic: here.some((mark) => mark.kind === 'italic'),
      href: link?.kind === 'link' ? link.href : undefined,
    }
  })
}
