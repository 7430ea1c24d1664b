import { err, ok, type Result } from '../journey/result.ts'

/** A piece of a recipe's text: words as they are, or the value of a column (of the row's own file when `file` is absent). */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'column'; readonly file?: string; readonly column: string }

/**
 * Splits a recipe's text into parts. `{column}` is a column, `{alias.column}` one of the file called `alias`, if `alias`
 * is among `aliases` (otherwise the dot belongs to the column's name, as in `{properties.page}`); `{{` is a literal brace.
 * Inside braces `\}`, `\{` and `\\` stand for `}`, `{` and `\`. The error says what is wrong and what to write instead.
 */
export function parseText(text: string, aliases: readonly string[] = []): Result<readonly TextPart[], string> {
  const parts: TextPart[] = []
  let words = ''
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    if (open < 0) break
    words += text.slice(at, open)
    if (text[open + 1] === '{') {
      words += '{'
      at = open + 2
      continue
    }
    const column = readColumn(text, open)
    if (!column.ok) return column
    if (words !== '') parts.push({ kind: 'text', text: words })
    words = ''
    parts.push(columnPart(column.value.name, aliases))
    at = column.value.end
  }
  words += text.slice(at)
  if (words !== '') parts.push({ kind: 'text', text: words })
  return ok(parts)
}

/** The text that reads one column: the opposite of `parseText`. Name the file where the column's own name could be taken for one. */
export function placeholder(column: string, file?: string): string {
  const name = file === undefined ? column : `${file}.${column}`
  return `{${name.replace(/[\\{}]/g, (c) => `\\${c}`)}}`
}

/** Writes words so that `parseText` gives them back unchanged. */
export const literalText = (words: string): string => words.replaceAll('{', '{{')

function readColumn(text: string, open: number): Result<{ readonly name: string; readonly end: number }, string> {
  let name = ''
  for (let at = open + 1; at < text.length; at++) {
    const c = text.charAt(at)
    const next = text.charAt(at + 1)
    if (c === '\\' && (next === '}' || next === '{' || next === '\\')) {
      name += next
      at++
    } else if (c === '}') {
      if (name.trim() === '') return err(`"${short(text)}" has empty braces: name a column between them, or write {{ for a brace`)
      return ok({ name, end: at + 1 })
    } else name += c
  }
  return err(`"${short(text)}" opens a brace that is not closed: write {column}, or {{ for a brace`)
}

function columnPart(name: string, aliases: readonly string[]): TextPart {
  const alias = aliases.filter((a) => name.startsWith(`${a}.`) && name.length > a.length + 1).sort((a, b) => b.length - a.length)[0]
  return alias === undefined ? { kind: 'column', column: name } : { kind: 'column', file: alias, column: name.slice(alias.length + 1) }
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text)
