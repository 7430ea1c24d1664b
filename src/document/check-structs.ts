import * as Y from 'yjs'
import { Refused } from './guard-limits.ts'
import { rootNames } from './roots.ts'

const kinds: readonly (new (...given: never[]) => unknown)[] = [
  Y.ContentString,
  Y.ContentFormat,
  Y.ContentAny,
  Y.ContentDeleted,
  Y.ContentType,
]
const roots: ReadonlySet<string> = new Set(rootNames)

/** Looks at an update before it is applied: only known roots, no lists in them, no documents, embeds, XML or bytes. */
export function checkStructs(update: Uint8Array): void {
  for (const struct of decode(update)) {
    if (!(struct instanceof Y.Item)) continue
    const { parent, parentSub, content } = struct as { parent: unknown; parentSub: string | null; content: unknown }
    if (typeof parent === 'string') {
      if (!roots.has(parent)) throw new Refused('unknown_part', parent)
      if (parentSub === null) throw new Refused('not_in_shape', `a list in ${parent}`)
    }
    if (!kinds.some((kind) => content instanceof kind)) throw new Refused('not_in_shape', 'a kind of content')
    if (content instanceof Y.ContentType && !isOurType(content.type)) throw new Refused('not_in_shape', 'a kind of list')
  }
}

/** XML types are maps and texts to JavaScript too. */
function isOurType(type: unknown): boolean {
  return (type instanceof Y.Map && !(type instanceof Y.XmlHook)) || (type instanceof Y.Text && !(type instanceof Y.XmlText))
}

function decode(update: Uint8Array): readonly unknown[] {
  try {
    return Y.decodeUpdate(update).structs
  } catch {
    throw new Refused('unreadable', '')
  }
}
