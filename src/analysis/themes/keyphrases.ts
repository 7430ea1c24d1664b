import { contentWords } from './vocabulary.ts'
import { sentencesOf } from './tokenise.ts'
import { languageByStopWords } from './stop-words.ts'

export interface Keyphrase {
  /** As it is written most often. */
  readonly phrase: string
  /** Stems joined by a space: what a decision is anchored to. */
  readonly key: string
  /** Texts of the theme that hold it. */
  readonly texts: number
}

const most = 8

/**
 * What each group of texts says more than the others: phrases of one to three words by count × log-odds of the group against the
 * rest. A phrase inside a longer one that is nearly as frequent is not said twice.
 */
export function keyphrases(texts: readonly string[], groupOf: Int32Array, groups: number): readonly (readonly Keyphrase[])[] {
  const all = new Map<string, number>()
  const own = Array.from({ length: groups }, () => new Map<string, number>())
  const written = new Map<string, Map<string, number>>()
  const sizes = new Int32Array(groups)
  texts.forEach((text, index) => {
    const group = groupOf[index]!
    if (group >= 0) sizes[group]! += 1
    for (const [key, surface] of phrasesOf(text)) {
      all.set(key, (all.get(key) ?? 0) + 1)
      if (group < 0) continue
      own[group]!.set(key, (own[group]!.get(key) ?? 0) + 1)
      const forms = written.get(key) ?? new Map<string, number>()
      if (forms.size < 50 || forms.has(surface)) forms.set(surface, (forms.get(surface) ?? 0) + 1)
      written.set(key, forms)
    }
  })
  return own.map((counts, group) => {
    const rest = texts.length - sizes[group]!
    const scored = [...counts].flatMap(([key, n]) => {
      if (n < 2) return []
      const odds = Math.log((n + 0.5) / (sizes[group]! - n + 0.5)) - Math.log((all.get(key)! - n + 0.5) / (rest - all.get(key)! + n + 0.5))
      return odds > 0 ? [{ key, texts: n, score: n * odds * lengthBonus(key) }] : []
    })
    scored.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    return choose(scored).map(({ key, texts: n }) => ({ key, texts: n, phrase: mostWritten(written.get(key)!) }))
  })
}

/** Two words tell more than one. */
const lengthBonus = (key: string): number => (key.includes(' ') ? 1.3 : 1)

function choose(scored: readonly { readonly key: string; readonly texts: number }[]): readonly { key: string; texts: number }[] {
  const chosen: { key: string; texts: number }[] = []
  for (const one of scored) {
    if (chosen.length === most) break
    if (chosen.some((other) => overlaps(other.key, one.key))) continue
    chosen.push(one)
  }
  return chosen
}

const overlaps = (a: string, b: string): boolean => {
  const words = new Set(a.split(' '))
  const others = b.split(' ')
  const shared = others.filter((word) => words.has(word)).length
  return shared > 0 && shared >= Math.min(words.size, others.length)
}

/** The form written most often; of those written alike often the first by its letters. */
const mostWritten = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best))[0]

/** Each phrase of a text once: its key and how it is written there. A small word between two others may be part of it. */
function phrasesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const sentences = sentencesOf(text)
  const language = languageByStopWords(sentences.flat())
  for (const sentence of sentences) {
    const words = contentWords(sentence, language)
    for (let from = 0; from < words.length; from++)
      for (let to = from; to < Math.min(words.length, from + 3); to++) {
        if (to > from && words[to]!.place - words[to - 1]!.place > 2) break
        const key = words
          .slice(from, to + 1)
          .map((one) => one.key)
          .join(' ')
        if (!found.has(key)) found.set(key, sentence.slice(words[from]!.place, words[to]!.place + 1).join(' '))
      }
  }
  return found
}
