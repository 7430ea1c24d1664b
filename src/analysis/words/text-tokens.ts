import emojiValues from 'wink-sentiment/src/emojis.js'
import emoticonValues from 'wink-sentiment/src/emoticons.js'

/** Characters that are read of a text; what follows in a longer one is left alone. */
export const charactersRead = 5000

/** A piece of a text that can carry feeling. */
export interface TextToken {
  readonly kind: 'word' | 'sign'
  /** Words in lower case with straight apostrophes. */
  readonly text: string
  /** Written in capitals, two letters at least. */
  readonly loud: boolean
  /** Of a sign (emoji, emoticon), −5..+5. */
  readonly value: number
}
export interface TextTokens {
  readonly tokens: readonly TextToken[]
  readonly words: number
  readonly exclamations: number
  readonly questions: number
}

/** The words, emoji and emoticons of a text in order, and how often it exclaims or asks. */
export function textTokens(text: string): TextTokens {
  const read = text.length > charactersRead ? text.slice(0, charactersRead) : text
  const tokens: TextToken[] = []
  let words = 0
  let exclamations = 0
  let questions = 0
  for (const piece of read.match(pieces) ?? []) {
    if (piece === '!') exclamations += 1
    else if (piece === '?') questions += 1
    else if (startsAsWord.test(piece)) {
      if (piece.includes(addressMark)) continue
      words += 1
      const lower = piece.toLowerCase()
      const loud = lower !== piece && piece.length > 1 && piece === piece.toUpperCase()
      tokens.push({ kind: 'word', text: lower.includes('’') ? lower.replaceAll('’', "'") : lower, loud, value: 0 })
    } else {
      const value = signValues.get(piece)
      if (value !== undefined) tokens.push({ kind: 'sign', text: piece, loud: false, value })
    }
  }
  return { tokens, words, exclamations, questions }
}

const signValues: ReadonlyMap<string, number> = new Map([...Object.entries(emojiValues), ...Object.entries(emoticonValues)])
const escaped = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
/** In web addresses. */
const addressMark = '://'
const hasLetterOrDigit = /[\p{L}\p{N}]/u
/** Emoticons made of signs alone, longest first; those with letters would be found inside words. */
const emoticons = Object.keys(emoticonValues)
  .filter((sign) => sign.length > 1 && sign !== addressMark && !/^[\p{L}\p{N}]/u.test(sign))
  .toSorted((one, other) => other.length - one.length)
  .map((sign) => (hasLetterOrDigit.test(sign.at(-1) ?? '') ? `${escaped(sign)}(?![\\p{L}\\p{N}])` : escaped(sign)))
const startsAsWord = /^\p{L}/u
const pieces = new RegExp(
  `https?://\\S+|\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)*|${emoticons.join('|')}|[!?]|\\p{Extended_Pictographic}`,
  'gu',
)
