import { slug, uniqueIds } from '../../journey/slug.ts'
import { groupTexts } from './group-texts.ts'
import { keyphrases, type Keyphrase } from './keyphrases.ts'
import { readVocabulary } from './vocabulary.ts'

/** A theme as it is found, before people decide anything. */
export interface FoundTheme {
  /** Of its first keyphrase: the same theme has the same id in the next run. */
  readonly id: string
  readonly keyphrases: readonly Keyphrase[]
}
export interface FoundThemes {
  readonly themes: readonly FoundTheme[]
  /** Each text's theme by its place in `themes`; −1: in none. */
  readonly themeOf: Int32Array
  /** ISO 639-1 of each text, by its small words; '' where they do not tell. */
  readonly languages: readonly string[]
  /** Texts in which no word was found: emoji, numbers, nothing. */
  readonly noWords: number
}

/** Themes in texts, largest first. The order of the texts does not matter. Yields the share done. */
export function* findThemes(texts: readonly string[]): Generator<number, FoundThemes> {
  const vocabulary = readVocabulary(texts)
  yield 0.3
  const work = groupTexts(vocabulary)
  let step = work.next()
  while (!step.done) {
    yield 0.3 + 0.5 * step.value
    step = work.next()
  }
  const { groupOf, groups } = step.value
  const phrases = keyphrases(texts, groupOf, groups)
  yield 0.95
  const idOf = uniqueIds()
  const named = phrases.map((own) => own.length > 0)
  const places = named.map((has, group) => (has ? named.slice(0, group).filter(Boolean).length : -1))
  return {
    themes: phrases.filter((own) => own.length > 0).map((own) => ({ id: idOf(slug(own[0]!.key)), keyphrases: own })),
    themeOf: groupOf.map((group) => (group < 0 ? -1 : places[group]!)),
    languages: vocabulary.texts.map((text) => text.language),
    noWords: vocabulary.texts.filter((text) => text.empty).length,
  }
}
