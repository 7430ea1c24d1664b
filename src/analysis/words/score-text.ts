import { detectLanguage, noWords, type DetectedLanguage } from './detect-language.ts'
import { readTokens } from './lexicon.ts'
import { textTokens } from './text-tokens.ts'

export interface ScoredText extends DetectedLanguage {
  /** How the text feels, −1..+1; null where nobody can tell: a language that is not scored, no words and no emoji. */
  readonly score: number | null
}

/** Language and feeling of a text, by letters and lexicon. English and emoji are scored; other languages are told, never guessed at. */
export function scoreText(text: string): ScoredText {
  const language = detectLanguage(text)
  if (language.language !== 'en' && language.language !== noWords) return { ...language, score: null }
  const tokens = textTokens(text)
  const { score, known } = readTokens(tokens)
  if (language.language === noWords) return { ...language, score: known > 0 ? score : null }
  return { ...language, score }
}
