import { languageByStopWords, stopWords } from './stop-words.ts'
import { stem } from './stem.ts'
import { sentencesOf } from './tokenise.ts'

/** A content word of a text, with its place in its sentence. */
interface Word {
  readonly key: string
  readonly place: number
}
/** A text as themes read it. `language` is '' where nothing tells it. */
export interface ReadText {
  readonly language: string
  /** No word was found in it. */
  readonly empty: boolean
  /** Terms of the vocabulary, by number, each once, ascending. */
  readonly terms: Int32Array
}
/** Texts as numbers of terms. */
export interface Vocabulary {
  /** What each term is: stems joined by a space. */
  readonly terms: readonly string[]
  /** Texts that hold each term. */
  readonly counts: Int32Array
  readonly texts: readonly ReadText[]
}

/** Words and pairs of neighbouring words that at least `least` texts hold. */
export function readVocabulary(texts: readonly string[], least = leastTexts(texts.length)): Vocabulary {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const names: string[] = []
  const read = texts.map((text) => {
    const { language, empty, keys } = keysOf(text)
    const found = Int32Array.from(keys, (key) => {
      const known = numbers.get(key)
      if (known !== undefined) {
        counts[known] = (counts[known] ?? 0) + 1
        return known
      }
      numbers.set(key, counts.length)
      names.push(key)
      return counts.push(1) - 1
    })
    return { language, empty, found }
  })
  const kept = names.flatMap((_, old) => ((counts[old] ?? 0) >= least ? [old] : []))
  // By the term itself, never by the order in which texts came.
  kept.sort((a, b) => (names[a]! < names[b]! ? -1 : 1))
  const renumbered = new Int32Array(names.length).fill(-1)
  kept.forEach((old, fresh) => (renumbered[old] = fresh))
  return {
    terms: kept.map((old) => names[old]!),
    counts: Int32Array.from(kept, (old) => counts[old]!),
    texts: read.map(({ language, empty, found }) => ({
      language,
      empty,
      terms: found
        .map((old) => renumbered[old]!)
        .filter((fresh) => fresh >= 0)
        .toSorted(),
    })),
  }
}

/** A term that fewer texts share says nothing of a theme. */
const leastTexts = (texts: number): number => Math.max(2, Math.min(10, Math.round(texts / 1500)))

function keysOf(text: string): { readonly language: string; readonly empty: boolean; readonly keys: ReadonlySet<string> } {
  const sentences = sentencesOf(text)
  const language = languageByStopWords(sentences.flat())
  const keys = new Set<string>()
  for (const sentence of sentences) {
    const words = contentWords(sentence, language)
    words.forEach((one, index) => {
      keys.add(one.key)
      const next = words[index + 1]
      if (next && next.place - one.place <= 2) keys.add(`${one.key} ${next.key}`)
    })
  }
  return { language, empty: sentences.length === 0, keys }
}

/** Words that mean something, as stems. A text that does not tell its language is read as English, whose small words all know. */
export function contentWords(sentence: readonly string[], language: string): readonly Word[] {
  const small = stopWords(language || 'en')
  return sentence.flatMap((word, place) =>
    small.has(word) || latinLetter.test(word) ? [] : [{ key: stem(word, language || 'en'), place }],
  )
}

const latinLetter = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u
