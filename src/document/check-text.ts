import * as Y from 'yjs'
import type { Change } from './check-changes.ts'
import { Refused } from './guard-limits.ts'
import { isSafeLink } from './rich-text.ts'

const formats: Readonly<Record<string, (value: unknown) => boolean>> = {
  bold: (value) => value === true || value === null,
  italic: (value) => value === true || value === null,
  link: (value) => value === null || (typeof value === 'string' && isSafeLink(value)),
}

/** A shared text: characters, bold, italic and links, not longer than the limit unless it was and only gets shorter. */
export function checkText(text: Y.Text, { transaction, limits, as }: Change): void {
  if (text instanceof Y.XmlText || text._map.size > 0) throw new Refused('not_in_shape', 'a text')
  let grew = false
  for (let item = text._start; item !== null; item = item.right) {
    const { content, deleted, id } = item
    if (deleted) continue
    if (content instanceof Y.ContentString) grew ||= id.clock >= (transaction.beforeState.get(id.client) ?? 0)
    else if (content instanceof Y.ContentFormat) {
      const { key, value } = content as { key: string; value: unknown }
      if (!Object.hasOwn(formats, key) || !formats[key]?.(value)) throw new Refused('bad_value', 'the formatting of a text')
    } else throw new Refused('not_in_shape', 'something in a text')
  }
  if (as === 'client' && grew && text.length > limits.text) throw new Refused('too_large', `up to ${limits.text} characters in a text`)
}
