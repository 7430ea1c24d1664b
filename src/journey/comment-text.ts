/** The text of a comment: plain, with people named by number (`@[7]`) and addresses of the web. */
export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly person: number }
  | { readonly kind: 'link'; readonly href: string }

// One pattern for both: a mention, or an address up to white space or a sign that cannot be in one.
const special = /@\[([1-9]\d{0,8})\]|https?:\/\/[^\s<>"'`]+/gi
/** Signs that end a sentence rather than an address. */
const trailing = /[.,;:!?)\]}]+$/

/** The text in parts, which joined again say the same. Only http and https become links. */
export function commentParts(text: string): readonly CommentPart[] {
  const parts: CommentPart[] = []
  let done = 0
  for (const match of text.matchAll(special)) {
    const part = partOf(match[0], match[1])
    if (!part) continue
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) })
    parts.push(part)
    done = match.index + lengthOf(part, match[0])
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) })
  return parts
}

function partOf(found: string, person: string | undefined): CommentPart | undefined {
  if (person !== undefined) return { kind: 'mention', person: Number(person) }
  const href = addressOf(found)
  // "https://" with nothing behind it is not an address.
  return /^https?:\/\/[^/?#]+/i.test(href) ? { kind: 'link', href } : undefined
}

const lengthOf = (part: CommentPart, found: string): number => (part.kind === 'link' ? part.href.length : found.length)

/** The address without the sentence's own signs; a closing bracket stays where the address opened one. */
function addressOf(found: string): string {
  const end = trailing.exec(found)
  if (!end) return found
  const address = found.slice(0, end.index)
  const balanced = end[0].startsWith(')') && address.includes('(') && !address.includes(')')
  return balanced ? `${address})` : address
}

/** Numbers of the people whom the text names, each once, in order. */
export const mentionedPeople = (text: string): readonly number[] => [
  ...new Set(commentParts(text).flatMap((part) => (part.kind === 'mention' ? [part.person] : []))),
]

/** The text as people read it, for a line in a list: names for numbers. */
export const commentWords = (text: string, nameOf: (person: number) => string): string =>
  commentParts(text)
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'link' ? part.href : `@${nameOf(part.person)}`))
    .join('')
