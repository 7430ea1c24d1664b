/** Markup that is already safe to paste: only the functions of this file make it. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An XML element; attribute values are escaped, children are markup already. Undefined attributes are left out. */
export function element(name: string, attributes: Attributes, children: string | readonly string[] = ''): string {
  let written = ''
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) written += ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value)}"`
  }
  const inner = typeof children === 'string' ? children : children.join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/** Text for XML or HTML content and attributes. Characters that XML forbids are replaced, so that every reader accepts it. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const round = (value: number): string => String(Math.round(value * 100) / 100 + 0)
