import { readTokens } from './lexicon.ts'
import { textTokens } from './text-tokens.ts'

/** Numbers that the head reads of a text: its meaning as the embedding has it, and what the lexicon finds in it. */
export const headSize = 512 + 9

const embeddingScale = 5

/** The head's input: 512 numbers of the embedding, scaled, then nine of the lexicon, each about −1..1. */
export function headFeatures(text: string, embedding: ArrayLike<number>): Float64Array {
  const features = new Float64Array(headSize)
  for (let at = 0; at < 512; at += 1) features[at] = (embedding[at] ?? 0) * embeddingScale
  const tokens = textTokens(text)
  const { score, better, worse, known, negated } = readTokens(tokens)
  const most = (value: number, limit: number): number => Math.min(value, limit) / limit
  features.set(
    [
      score,
      Math.tanh(better / 6),
      Math.tanh(worse / 6),
      most(known, 5),
      most(negated, 2),
      most(tokens.words, 40),
      most(tokens.exclamations, 3),
      most(tokens.questions, 3),
      known === 0 ? 1 : 0,
    ],
    512,
  )
  return features
}
