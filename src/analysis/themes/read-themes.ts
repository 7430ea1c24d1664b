import { scoreText } from '../words/score-text.ts'
import { findThemes, type FoundThemes } from './find-themes.ts'

export interface ReadThemes extends FoundThemes {
  /** How each text feels by its words, −1..+1; NaN where nobody can tell. */
  readonly feelings: Float32Array
}
/** Characters of a text by which its feeling is told. */
const scoredCharacters = 1000

/** Themes of texts with how each text feels. Yields the share done. */
export function* readThemes(texts: readonly string[]): Generator<number, ReadThemes> {
  const feelings = new Float32Array(texts.length).fill(Number.NaN)
  const told: string[] = []
  for (const [index, text] of texts.entries()) {
    const { score, language } = scoreText(text.slice(0, scoredCharacters))
    if (score !== null) feelings[index] = score
    told.push(language)
    if (index % 500 === 0) yield (0.4 * index) / texts.length
  }
  const work = findThemes(texts)
  let step = work.next()
  while (!step.done) {
    yield 0.4 + 0.6 * step.value
    step = work.next()
  }
  return { ...step.value, languages: told, feelings }
}
