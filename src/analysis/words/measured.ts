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
  { set: 'tweets', texts: 4200, measure: 'r', figure: 0.8371 },
  { set: 'product review sentences', texts: 3708, measure: 'r', figure: 0.5993 },
  { set: 'film reviews', texts: 1000, measure: 'accuracy', figure: 0.792 },
  { set: 'restaurant reviews', texts: 1000, measure: 'accuracy', figure: 0.826 },
  { set: 'shop reviews', texts: 1000, measure: 'accuracy', figure: 0.852 },
]
export const modelMeasured: readonly MeasuredOn[] = [
  { set: 'tweets', texts: 4200, measure: 'r', figure: 0.8732 },
  { set: 'product review sentences', texts: 3708, measure: 'r', figure: 0.7298 },
  { set: 'film reviews', texts: 1000, measure: 'accuracy', figure: 0.879 },
  { set: 'restaurant reviews', texts: 1000, measure: 'accuracy', figure: 0.894 },
  { set: 'shop reviews', texts: 1000, measure: 'accuracy', figure: 0.901 },
]
