import { splitRecords } from './split-records.ts'

/** What a text is, from its beginning. */
export type TextKind =
  | { readonly kind: 'table'; readonly delimiter: Delimiter; readonly headerRows: number }
  | { readonly kind: 'jsonl' }
  | { readonly kind: 'json-array' }
  | { readonly kind: 'xes' }
  | { readonly kind: 'refused'; readonly code: 'empty' | 'unknown'; readonly reason: string }

export type Delimiter = ',' | ';' | '\t' | '|'
const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** Decides by content. `sample` is the beginning of the file, decoded, without byte order mark. Never throws. */
export function sniffText(sample: string): TextKind {
  const start = sample.trimStart()
  if (start === '') return { kind: 'refused', code: 'empty', reason: 'holds nothing but blank lines: there is nothing to read' }
  if (start.startsWith('<')) return sniffXml(start)
  if (start.startsWith('[') && /^\[\s*(?:\{|\]|$)/.test(start)) return { kind: 'json-array' }
  if (start.startsWith('{')) return sniffJson(start)
  return sniffTable(sample)
}

function sniffXml(start: string): TextKind {
  const root = /<(?![?!])\s*([^\s/>]+)/.exec(withoutComments(start))?.[1] ?? ''
  const local = root.slice(root.indexOf(':') + 1)
  if (local === 'log') return { kind: 'xes' }
  const what =
    /^(?:html|!doctype)/i.test(local) || /<!doctype html/i.test(start) ? 'is a web page' : `is XML with the root <${local.slice(0, 40)}>`
  return {
    kind: 'refused',
    code: 'unknown',
    reason: `${what}, and of XML only XES logs (root <log>) can be read: export it as CSV or JSON lines`,
  }
}

const withoutComments = (xml: string): string => xml.replace(/<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/g, '')

function sniffJson(start: string): TextKind {
  const end = start.indexOf('\n')
  const line = end < 0 ? start : start.slice(0, end)
  if (end < 0 || isJson(line)) return { kind: 'jsonl' }
  if (/^\{\s*$/.test(line) || /^\{\s*"/.test(line)) {
    return {
      kind: 'refused',
      code: 'unknown',
      reason: 'is one JSON document over several lines: write a list [...] of rows, or one object a line',
    }
  }
  return sniffTable(start)
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** The delimiter that cuts the most rows into the same number (two or more) of fields; Excel's "sep=;" line decides alone. */
function sniffTable(sample: string): TextKind {
  const told = /^sep=([,;\t|])\r?\n/i.exec(sample)
  if (told) return { kind: 'table', delimiter: told[1] as Delimiter, headerRows: 2 }
  const scored = delimiters.map((delimiter) => ({ delimiter, score: consistency(sample, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { kind: 'table', delimiter: best.score > 0 ? best.delimiter : ',', headerRows: 1 }
}

/** Share of rows as wide as the header, times a little for width; 0 when the header has one field. */
function consistency(sample: string, delimiter: Delimiter): number {
  const rows = splitRecords(sample, delimiter, 200).filter((row) => row.length > 1 || row[0] !== '')
  const width = rows[0]?.length ?? 0
  if (width < 2) return 0
  const same = rows.filter((row) => row.length === width).length / rows.length
  return same + Math.min(width, 50) / 1000
}
