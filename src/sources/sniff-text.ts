import { splitRecords } from './split-records.ts'

/** What a text is, from its beginning. */
export type TextKind =
  | { readonly kind: 'table'; readonly delimiter: Delimiter; readonly headerRows: number }
  | { readonly kind: 'jsonl' }
  | { readonly kind: 'json-array' }
  | { readonly kind: 'xes' }
  /** An object-centric event log. */
  | { readonly kind: 'ocel'; readonly as: 'json' | 'xml' }
  | { readonly kind: 'refused'; readonly code: 'empty' | 'unknown'; readonly reason: string }

export type Delimiter = ',' | ';' | '\t' | '|'
const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** Decides by content. `sample` is the beginning of the file, decoded, without byte order mark. Never throws. */
export function sniffText(sample: string): TextKind {
  const start = sample.trimStart()
  if (start === '') return { kind: 'refused', code: 'empty', reason: 'holds nothing but blank lines: there is nothing to read' }
  if (start.startsWith('<')) return sniffXml(start)
  if (start.startsWith('[') && /^\[\s*(?:\{|\]|$)/.test(start)) return { kind: 'json-array' }
  if (start.startsWith('{')) return isOcelJson(start) ? { kind: 'ocel', as: 'json' } : sniffJson(start)
  return sniffTable(sample)
}

function sniffXml(start: string): TextKind {
  const root = /<(?![?!])\s*([^\s/>]+)/.exec(withoutComments(start))?.[1] ?? ''
  const local = root.slice(root.indexOf(':') + 1)
  if (local === 'log') return isOcelXml(start) ? { kind: 'ocel', as: 'xml' } : { kind: 'xes' }
  const what =
    /^(?:html|!doctype)/i.test(local) || /<!doctype html/i.test(start) ? 'is a web page' : `is XML with the root <${local.slice(0, 40)}>`
  return {
    kind: 'refused',
    code: 'unknown',
    reason: `${what}, and of XML only XES and OCEL logs (root <log>) can be read: export it as CSV or JSON lines`,
  }
}

const withoutComments = (xml: string): string => xml.replace(/<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/g, '')

/** One object whose first member is one that OCEL 1.0 or 2.0 knows; "events" and "objects" are common words and need more. */
function isOcelJson(start: string): boolean {
  const first = /^\{\s*"([^"]{1,40})"\s*:\s*[[{]/.exec(start)?.[1] ?? ''
  if (/^(?:objectTypes|eventTypes|ocel:[a-z-]+)$/.test(first)) return true
  return /^(?:objects|events)$/.test(first) && /"(?:objectTypes|eventTypes|relationships|objectId)"\s*:/.test(start)
}

/** The first element that only one of the two kinds of logs has decides. */
const isOcelXml = (start: string): boolean =>
  /^(?:object-types|event-types|objects|events)$/.test(
    /<(object-types|event-types|objects|events|trace|event)[\s/>]/.exec(withoutComments(start))?.[1] ?? '',
  )

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
