import { headFeatures } from './head-features.ts'
import { headIntercept, headWeights } from './head-weights.ts'

/** A linear head over `headFeatures`. */
export interface Head {
  readonly intercept: number
  readonly weights: ArrayLike<number>
}

const shipped: Head = { intercept: headIntercept, weights: headWeights }

/** How an English text feels, −1..+1, from its embedding and the lexicon. */
export function scoreByHead(text: string, embedding: ArrayLike<number>, head: Head = shipped): number {
  const features = headFeatures(text, embedding)
  let sum = head.intercept
  for (let at = 0; at < features.length; at += 1) sum += features[at]! * (head.weights[at] ?? 0)
  return Math.max(-1, Math.min(1, sum))
}
