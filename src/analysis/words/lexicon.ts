import pairValues from 'wink-sentiment/src/afinn-en-165-2grams.js'
import wordValues from 'wink-sentiment/src/afinn-en-165.js'
import { textTokens, type TextTokens } from './text-tokens.ts'

/** What the lexicon makes of a text. */
export interface LexiconReading {
  /** −1..+1; 0 where no word of it is known. */
  readonly score: number
  /** Sums of valences for the better and for the worse, after the rules; the second is not positive. */
  readonly better: number
  readonly worse: number
  /** Words and signs that carry a valence. */
  readonly known: number
  readonly negated: number
}

const reach = 3
const turned = -0.6
const emphasis = 0.8
const beforeBut = 0.5
const afterBut = 1.5
const exclaim = 0.3
const flattening = 16

/**
 * How an English text feels, −1..+1, by the valences of its words (AFINN, emoji and emoticon lists) and rules of our own: a
 * negation within three words turns and weakens, words of degree strengthen or weaken, what follows "but" weighs more, capitals
 * and exclamation marks strengthen. Sum s becomes s / √(s² + 16).
 */
export const readByLexicon = (text: string): LexiconReading => readTokens(textTokens(text))

export function readTokens({ tokens, words, exclamations }: TextTokens): LexiconReading {
  const but = lastBut(tokens)
  const shouting = tokens.some(({ kind, loud }) => kind === 'word' && !loud)
  let better = 0
  let worse = 0
  let known = 0
  let negated = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    const own = token.kind === 'sign' ? { value: token.value, length: 1 } : valueAt(tokens, at)
    if (own.value === 0) continue
    known += 1
    let value = own.value
    if (token.kind === 'word') {
      if (token.loud && shouting) value += emphasis * Math.sign(value)
      const context = contextBefore(tokens, at)
      value += context.degree * Math.sign(value)
      if (context.negated) {
        value *= turned
        negated += 1
      }
    }
    if (but >= 0) value *= at < but ? beforeBut : afterBut
    if (value > 0) better += value
    else worse += value
    at += own.length - 1
  }
  const sum = better + worse
  const loudness = sum === 0 ? 0 : Math.sign(sum) * exclaim * Math.min(exclamations, 4)
  const all = (sum + loudness) / Math.max(1, Math.sqrt(words / 40))
  return { score: all / Math.sqrt(all * all + flattening), better, worse, known, negated }
}

type Tokens = TextTokens['tokens']

function valueAt(tokens: Tokens, at: number): { readonly value: number; readonly length: number } {
  const { text } = tokens[at]!
  const pair = pairs.get(text)?.[tokens[at + 1]?.text ?? '']
  if (pair !== undefined) return { value: pair, length: 2 }
  return { value: valueOf(text), length: 1 }
}

function valueOf(word: string): number {
  const found = values.get(word)
  if (found !== undefined) return found
  if (!stretched.test(word)) return 0
  const shorter = word.replace(stretch, '$1$1')
  return values.get(shorter) ?? values.get(word.replace(stretch, '$1')) ?? 0
}

/** What stands within reach before a word: whether it is negated, and by how much it is strengthened. */
function contextBefore(tokens: Tokens, at: number): { readonly negated: boolean; readonly degree: number } {
  let negated = false
  let degree = 0
  for (let back = 1; back <= reach && at - back >= 0; back += 1) {
    const { text, kind } = tokens[at - back]!
    if (kind === 'sign' || text === 'but') break
    if (isNegation(text)) negated = true
    else degree += (degrees.get(text) ?? 0) * (1 - 0.1 * (back - 1))
  }
  return { negated, degree }
}

function lastBut(tokens: Tokens): number {
  for (let at = tokens.length - 1; at > 0; at -= 1) if (tokens[at]!.text === 'but') return at
  return -1
}

/** Words that customers name things by: "support" is a team here, not a kindness. */
const namesOfThings: ReadonlySet<string> = new Set(['support'])
const values: ReadonlyMap<string, number> = new Map(Object.entries(wordValues).filter(([word]) => !namesOfThings.has(word)))
const pairs: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map(Object.entries(pairValues))
const stretch = /(\p{L})\1{2,}/gu
const stretched = /(\p{L})\1{2}/u

const negations: ReadonlySet<string> = new Set(
  'not no never none nobody nothing neither nor nowhere without hardly barely rarely seldom cannot lack lacks lacked lacking aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt shouldnt wasnt werent wont wouldnt'.split(
    ' ',
  ),
)
const isNegation = (word: string): boolean => word.endsWith("n't") || negations.has(word)

const stronger =
  'very really so extremely absolutely totally completely incredibly highly truly super deeply utterly especially particularly fully entirely such too damn fucking freaking hugely insanely remarkably seriously quite most more'
const weaker = 'slightly somewhat little bit kinda sorta fairly almost partly marginally occasionally less rather'
const degrees: ReadonlyMap<string, number> = new Map([
  ...stronger.split(' ').map((word) => [word, 0.7] as const),
  ...weaker.split(' ').map((word) => [word, -0.7] as const),
])
