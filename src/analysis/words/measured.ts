/** How well a way of scoring texts does against people, on English texts that it has not learnt from. */
export interface MeasuredOn {
  readonly set: string
  readonly texts: number
  /** `r`: correlation with the mean of twenty raters; `accuracy`: share of right signs, half of which a coin gets. */
  readonly measure: 'r' | 'accuracy'
  readonly figure: number
}

/** Made by `node bench/train-sentiment.ts`; the model's figures are of heads trained on the other sets alone. */
export const lexiconMeasured: readonly MeasuredOn[] = [
  { set: 'tweets', texts: 4200, measure: 'r', figure: 0.837 },
  { set: 'product review sentences', texts: 3708, measure: 'r', figure: 0.592 },
  { set: 'film reviews', texts: 1000, measure: 'accuracy', figure: 0.792 },
  { set: 'restaurant reviews', texts: 1000, measure: 'accuracy', figure: 0.826 },
  { set: 'shop reviews', texts: 1000, measure: 'accuracy', figure: 0.849 },
]
export const modelMeasured: readonly MeasuredOn[] = [
  { set: 'tweets', texts: 4200, measure: 'r', figure: 0.8731 },
  { set: 'product review sentences', texts: 3708, measure: 'r', figure: 0.7285 },
  { set: 'film reviews', texts: 1000, measure: 'accuracy', figure: 0.88 },
  { set: 'restaurant reviews', texts: 1000, measure: 'accuracy', figure: 0.894 },
  { set: 'shop reviews', texts: 1000, measure: 'accuracy', figure: 0.9 },
]
