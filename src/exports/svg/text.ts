import { element, escapeText, type Attributes } from './element.ts'

export interface Type {
  readonly size: number
  readonly weight?: number
  readonly fill: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly italic?: boolean
}

/** One line of text with its baseline at y. */
export function line(text: string, at: { readonly x: number; readonly y: number }, look: Type): string {
  const attributes: Attributes = {
    x: at.x,
    y: at.y,
    'font-size': look.size,
    'font-weight': look.weight === undefined || look.weight === 400 ? undefined : look.weight,
    'font-style': look.italic === true ? 'italic' : undefined,
    fill: look.fill,
    'text-anchor': look.anchor === undefined || look.anchor === 'start' ? undefined : look.anchor,
  }
  return element('text', attributes, escapeText(text === '' ? ' ' : text))
}

/** Lines under each other; `at.y` is the first baseline. */
export function lines(
  texts: readonly string[],
  at: { readonly x: number; readonly y: number; readonly leading: number },
  look: Type,
): string {
  return texts.map((text, index) => line(text, { x: at.x, y: at.y + index * at.leading }, look)).join('')
}
