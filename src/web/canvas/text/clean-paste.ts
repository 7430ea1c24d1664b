import { isSafeLink } from '../../../document/rich-text.ts'
import type { TextMark } from '../../../journey/map.ts'

/** The most text that one card takes, in characters, and the most that is looked at when pasting. */
export const longestText = 20_000
export const largestPaste = 2_000_000

/** An element tree as far as pasting reads it; a browser's own DOM fits. */
export interface PastedNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<PastedNode>
  getAttribute?(name: string): string | null
}
export interface PastedText {
  readonly text: string
  readonly marks: readonly TextMark[]
}

const silent: ReadonlySet<string> = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'MATH',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
])
const blocks: ReadonlySet<string> = new Set([
  'P',
  'DIV',
  'LI',
  'TR',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BLOCKQUOTE',
  'PRE',
  'UL',
  'OL',
  'TABLE',
  'SECTION',
  'ARTICLE',
])

/** What remains of pasted markup: text, bold, italic and safe links. Nothing of it is ever put on the page as markup. */
export function cleanPaste(root: PastedNode): PastedText {
  const marks: TextMark[] = []
  let text = ''
  const newLine = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const walk = (node: PastedNode, depth: number): void => {
    if (text.length > longestText || depth > 200) return
    if (node.nodeType === 3) {
      const plain = (node.nodeValue ?? '').replaceAll(/[\s\u00a0]+/g, ' ')
      text += /(^|\s)$/.test(text) ? plain.trimStart() : plain
      return
    }
    const name = node.nodeName.toUpperCase()
    if (silent.has(name)) return
    if (name === 'BR') text += '\n'
    if (blocks.has(name)) newLine()
    const from = text.length
    for (let index = 0; index < node.childNodes.length; index++) {
      const child = node.childNodes[index]
      if (child) walk(child, depth + 1)
    }
    const mark = markOf(node, name)
    if (mark && text.length > from) marks.push({ ...mark, from, to: text.length })
    if (blocks.has(name)) newLine()
  }
  walk(root, 0)
  const kept = text.trimEnd().slice(0, longestText)
  return {
    text: kept,
    marks: marks.flatMap((mark) => (mark.from < kept.length ? [{ ...mark, to: Math.min(mark.to, kept.length) }] : [])),
  }
}

type Unplaced = { readonly kind: 'bold' | 'italic' } | { readonly kind: 'link'; readonly href: string }

function markOf(node: PastedNode, name: string): Unplaced | undefined {
  if (name === 'B' || name === 'STRONG')
    return /font-weight:\s*normal/.test(node.getAttribute?.('style') ?? '') ? undefined : { kind: 'bold' }
  if (name === 'I' || name === 'EM') return { kind: 'italic' }
  const href = name === 'A' ? (node.getAttribute?.('href') ?? '') : ''
  return isSafeLink(href) ? { kind: 'link', href } : undefined
}
