import type * as Y from 'yjs'
import type { TextMark } from '../journey/map.ts'
import { linkable } from '../journey/validate-additions.ts'

export interface RichText {
  readonly text: string
  /** In normal form: joined where they touch, sorted by place. */
  readonly marks: readonly TextMark[]
}

interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly link: string | null
}
interface Run extends Look {
  readonly from: number
  readonly to: number
}

/** Links that a text may hold. */
export const isSafeLink = linkable

export function readRichText(shared: Y.Text | undefined): RichText {
  if (!shared || shared.length === 0) return { text: '', marks: [] }
  const runs = runsOf(shared)
  return { text: shared.toJSON(), marks: runs.every(isPlain) ? [] : marksOf(runs) }
}

/** Writes only what differs, so that what two people type into one text at the same time is both kept. */
export function writeRichText(shared: Y.Text, { text, marks }: RichText): void {
  writePlainText(shared, text)
  if (marks.length === 0 && shared.toDelta().every((op: { attributes?: unknown }) => op.attributes === undefined)) return
  const now = runsOf(shared)
  const cuts = [...new Set([0, text.length, ...now.flatMap(({ from, to }) => [from, to]), ...marks.flatMap(({ from, to }) => [from, to])])]
  const edges = cuts.filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b)
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1]
    if (to === undefined) break
    const run = now.find((one) => one.from <= from && from < one.to) ?? plain
    const change = differenceOf(run, lookAt(marks, from))
    if (change) shared.format(from, to - from, change)
  }
}

/** Replaces the part between the common start and the common end; never cuts a surrogate pair. */
export function writePlainText(shared: Y.Text, text: string): void {
  const before = shared.toJSON()
  if (before === text) return
  const most = Math.min(before.length, text.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === text.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(text.charCodeAt(start - 1))) start--
  let end = 0
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end++
  if (end > 0 && isLowSurrogate(text.charCodeAt(text.length - end))) end--
  const gone = before.length - end - start
  if (gone > 0) shared.delete(start, gone)
  const added = text.slice(start, text.length - end)
  if (added !== '') shared.insert(start, added, {})
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

const plain: Look = { bold: false, italic: false, link: null }
const isPlain = ({ bold, italic, link }: Look): boolean => !bold && !italic && link === null

function lookAt(marks: readonly TextMark[], place: number): Look {
  const here = marks.filter(({ from, to }) => from <= place && place < to)
  const link = here.findLast((mark) => mark.kind === 'link')
  return {
    bold: here.some(({ kind }) => kind === 'bold'),
    italic: here.some(({ kind }) => kind === 'italic'),
    link: link?.kind === 'link' ? link.href : null,
  }
}

function differenceOf(now: Look, wanted: Look): Record<string, unknown> | undefined {
  const change = {
    ...(now.bold !== wanted.bold && { bold: wanted.bold || null }),
    ...(now.italic !== wanted.italic && { italic: wanted.italic || null }),
    ...(now.link !== wanted.link && { link: wanted.link }),
  }
  return Object.keys(change).length > 0 ? change : undefined
}

function runsOf(shared: Y.Text): readonly Run[] {
  let from = 0
  const delta: readonly { insert?: unknown; attributes?: Record<string, unknown> }[] = shared.toDelta()
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return []
    const run = { from, to: from + insert.length, ...lookOf(attributes) }
    from = run.to
    return [run]
  })
}

function lookOf(attributes: Record<string, unknown> | undefined): Look {
  const link = attributes?.['link']
  return {
    bold: attributes?.['bold'] === true,
    italic: attributes?.['italic'] === true,
    link: typeof link === 'string' && isSafeLink(link) ? link : null,
  }
}

function marksOf(runs: readonly Run[]): readonly TextMark[] {
  const marks: TextMark[] = [...stretches(runs, 'bold'), ...stretches(runs, 'italic')]
  let open: { kind: 'link'; from: number; to: number; href: string } | undefined
  for (const { from, to, link } of runs) {
    if (open && open.href === link && open.to === from) open.to = to
    else if (link !== null) marks.push((open = { kind: 'link', from, to, href: link }))
  }
  const rank = { bold: 0, italic: 1, link: 2 }
  return marks.sort((a, b) => a.from - b.from || a.to - b.to || rank[a.kind] - rank[b.kind])
}

function stretches(runs: readonly Run[], kind: 'bold' | 'italic'): TextMark[] {
  const found: { kind: 'bold' | 'italic'; from: number; to: number }[] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (!run[kind]) continue
    if (last?.to === run.from) last.to = run.to
    else found.push({ kind, from: run.from, to: run.to })
  }
  return found
}
