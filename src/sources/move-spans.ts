/** A part of a text in UTF-16 offsets: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Where a span stands after a text was edited, or undefined when its words are no longer there as they were.
 * What stayed at both ends of the text is found first; a span in the changed middle is looked for by its words, the nearest
 * place to where it stood wins.
 */
export function moveSpan(before: string, after: string, span: Span): Span | undefined {
  const words = before.slice(span.from, span.to)
  const head = sameStart(before, after)
  if (span.to <= head) return span
  const tail = sameEnd(before, after, head)
  const grown = after.length - before.length
  if (span.from >= before.length - tail) return { from: span.from + grown, to: span.to + grown }
  if (words === '') return undefined
  const expected = span.from <= head ? span.from : Math.max(head, span.from + Math.round(grown / 2))
  const at = nearest(after, words, expected)
  return at < 0 ? undefined : { from: at, to: at + words.length }
}

function sameStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function sameEnd(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head
  let n = 0
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++
  return n
}

function nearest(text: string, words: string, expected: number): number {
  const before = text.lastIndexOf(words, expected)
  const after = text.indexOf(words, expected)
  if (before < 0 || after < 0) return Math.max(before, after)
  return expected - before <= after - expected ? before : after
}
