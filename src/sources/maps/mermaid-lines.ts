import { type Problems, quote } from './map-import.ts'

interface Line {
  readonly number: number
  readonly text: string
}

/** The lines of a diagram that say something, without comments, directives, front matter and the fence of a Markdown block. */
export function mermaidLines(
  text: string,
  problems: Problems,
): { readonly lines: readonly Line[]; readonly title: string; readonly started: boolean } {
  const all = joinDescriptions(
    text
      .replace(/^\ufeff/, '')
      .split(/\r\n|[\n\r]/)
      .map((line, index) => ({ number: index + 1, text: line.trim() })),
  )
  const front = frontMatter(all)
  const lines = all
    .slice(front.length)
    .filter(({ text: line }) => !/^(```|~~~)/.test(line))
    .map((line) => withoutComment(line, problems))
    .filter(({ text: line }) => line !== '')
  const [head, ...body] = lines
  const started = /^journey(\s|$)/i.test(head?.text ?? '')
  const rest = head?.text.slice('journey'.length).trim() ?? ''
  const same = started && rest !== '' ? [{ number: head?.number ?? 1, text: rest }] : []
  return { lines: started ? [...same, ...body] : lines, title: front.title, started }
}

function withoutComment({ number, text }: Line, problems: Problems): Line {
  if (/^(%%|#)/.test(text)) return { number, text: '' }
  const at = text.search(/#|%%/)
  if (at < 0) return { number, text }
  problems.changed(
    number,
    `What follows ${quote(text.slice(0, at).trim())} is a comment in Mermaid and was passed over. Write #35; for the sign #.`,
  )
  return { number, text: text.slice(0, at).trim() }
}

/** Lines between `---` at the very top; only their title is used. */
function frontMatter(lines: readonly Line[]): { readonly length: number; readonly title: string } {
  const start = lines.findIndex(({ text }) => text !== '' && !/^(```|~~~)/.test(text))
  if (start < 0 || lines[start]?.text !== '---') return { length: 0, title: '' }
  const end = lines.findIndex(({ text }, index) => index > start && text === '---')
  if (end < 0) return { length: 0, title: '' }
  const title = lines.slice(start, end).find(({ text }) => /^title\s*:/.test(text))?.text ?? ''
  return { length: end + 1, title: title.replace(/^title\s*:\s*/, '').replaceAll(/^["']|["']$/g, '') }
}

/** `accDescr { … }` over several lines as one line. */
function joinDescriptions(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = []
  let open: { readonly number: number; text: string } | undefined
  for (const line of lines) {
    if (!open && /^accDescr\s*\{/i.test(line.text)) open = { number: line.number, text: line.text.replace(/^accDescr\s*\{/i, 'accDescr: ') }
    else if (open) open.text += ` ${line.text}`
    else joined.push(line)
    if (open?.text.includes('}')) {
      joined.push({ number: open.number, text: open.text.slice(0, open.text.indexOf('}')) })
      open = undefined
    }
  }
  return open ? [...joined, open] : joined
}
