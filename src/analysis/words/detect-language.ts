import { eld } from 'eld/medium'
import { charactersRead } from './text-tokens.ts'

/** A text's language: an ISO 639-1 code, `und` where it cannot be told, `zxx` where there are no words. */
export interface DetectedLanguage {
  readonly language: string
  /** A guess on little is not sure. */
  readonly sure: boolean
}

export const noWords = 'zxx'
export const unknownLanguage = 'und'

/** The language of a text, by its letters (eld). Short English texts are also known by their commonest words. */
export function detectLanguage(text: string): DetectedLanguage {
  const read = text.length > charactersRead ? text.slice(0, charactersRead) : text
  if (!letter.test(read)) return { language: noWords, sure: true }
  const found = eld.detect(read)
  if (found.language !== '' && found.isReliable()) return { language: found.language, sure: true }
  if (foreign.test(read)) return { language: unknownLanguage, sure: false }
  const english =
    found.language === 'en' ||
    read
      .toLowerCase()
      .match(latinWord)
      ?.some((word) => commonest.has(word))
  return { language: english ? 'en' : unknownLanguage, sure: false }
}

const letter = /\p{L}/u
/** Letters that English hardly writes. */
const foreign = /[^\P{L}\p{ASCII}’éèêïñ]/u
const latinWord = /[a-z]+/g
const commonest: ReadonlySet<string> = new Set(
  'the and is was are you your it this that with for have had not very my we they of be been has were would could what when which great good bad thanks please service awful terrible love loved works slow nice excellent never best worst easy fast'.split(
    ' ',
  ),
)
