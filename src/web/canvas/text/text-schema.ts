import { Schema, type Mark } from 'prosemirror-model'
import { isSafeLink } from '../../../document/rich-text.ts'

/** A card's text: one block, line breaks as they are, bold, italic and links. */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'block' },
    block: { content: 'text*', whitespace: 'pre', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p', preserveWhitespace: 'full' }] },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      toDOM: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noreferrer noopener' }, 0],
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? ''
            return isSafeLink(href) ? { href } : false
          },
        },
      ],
    },
    bold: {
      toDOM: () => ['strong', 0],
      parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) }],
    },
    italic: { toDOM: () => ['em', 0], parseDOM: [{ tag: 'em' }, { tag: 'i' }] },
  },
})

export type Attributes = Readonly<Record<string, unknown>>

/** Marks as the editor has them; a link that is not safe is none. */
export function marksOf(attributes: Attributes | undefined): readonly Mark[] {
  const { bold, italic, link } = attributes ?? {}
  return [
    ...(typeof link === 'string' && isSafeLink(link) ? [textSchema.mark('link', { href: link })] : []),
    ...(bold === true ? [textSchema.mark('bold')] : []),
    ...(italic === true ? [textSchema.mark('italic')] : []),
  ]
}
