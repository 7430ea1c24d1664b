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

/** Text of at most so many words is short: two languages that are as near are not told apart. */
const shortText = 4
const near = 0.03

/** The language of a text, by its letters (eld). What is too short to tell is English only if that is as likely as any other. */
export function detectLanguage(text: string): DetectedLanguage {
  const read = (text.length > charactersRead ? text.slice(0, charactersRead) : text).replace(notWords, ' ')
  if (!letter.test(read)) return { language: noWords, sure: true }
  const found = eld.detect(read)
  const short = countWords(read) <= shortText
  if (!short && found.language !== '' && found.isReliable()) return { language: found.language, sure: true }
  return { language: amongLikely(found.getScores(), read, found.isReliable()), sure: false }
}

function amongLikely(scores: Readonly<Record<string, number>>, read: string, reliable: boolean): string {
  const all = Object.entries(scores).toSorted(([, one], [, other]) => other - one)
  const likely = all.filter(([, score]) => score >= (all[0]?.[1] ?? 0) - near).map(([language]) => language)
  const one = likely.length === 1 ? likely[0]! : unknownLanguage
  if (foreign.test(read)) return one
  if (
    likely.includes('en') ||
    read
      .toLowerCase()
      .match(latinWord)
      ?.some((word) => commonest.has(word))
  )
    return 'en'
  return reliable ? one : unknownLanguage
}

function countWords(text: string): number {
  const inWords = text.match(wordStart)
  return inWords === null ? 0 : inWords.length
}

const wordStart = /\p{L}[\p{L}\p{M}]*/gu
/** Names of people, addresses and marks that say nothing of the language. */
const notWords = /https?:\/\/\S+|[@#]\w+|[:;=][-o']?[DPpSO](?![\p{L}\p{N}])/gu
const letter = /\p{L}/u
/** Letters that English hardly writes. */
const foreign = /[^\P{L}\p{ASCII}’éèêïñ]/u
const latinWord = /[a-z]+/g
const commonest: ReadonlySet<string> = new Set(
  'the and is was are you your it this that with for have had not very my we they of be been has were would could what when which great good bad thanks please service awful terrible love loved works slow nice excellent never best worst easy fast'.split(
    ' ',
  ),
)
