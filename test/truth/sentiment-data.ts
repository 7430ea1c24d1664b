import { readFileSync } from 'node:fs'
import { headFeatures } from '../../src/analysis/words/head-features.ts'
import { readByLexicon } from '../../src/analysis/words/lexicon.ts'
import { scoreByHead } from '../../src/analysis/words/score-by-head.ts'
import { testData } from '../test-data.ts'
import { fitRidge } from './fit-ridge.ts'

export interface RatedText {
  readonly text: string
  /** By people: a mean of raters −1..+1, or ±0.5 where they said good or bad alone. */
  readonly rating: number
}
export const labelledSets = ['imdb', 'yelp', 'amazon'] as const
export const ratedSets = ['tweets', 'snippets'] as const
export type SetName = (typeof labelledSets)[number] | (typeof ratedSets)[number]
export const allSets: readonly SetName[] = [...labelledSets, ...ratedSets]

const files = { tweets: 'tweets_GroundTruth.txt', snippets: 'amazonReviewSnippets_GroundTruth.txt' } as const

export function readSet(name: SetName): readonly RatedText[] {
  if (name === 'tweets' || name === 'snippets') {
    const lines = readFileSync(testData('sentiment', files[name]), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '')
    return lines.map((line) => line.split('\t')).map(([, mean, text]) => ({ text: text!, rating: Number(mean) / 4 }))
  }
  const rows = JSON.parse(readFileSync(testData('sentiment', `${name}.json`), 'utf8')) as { text: string; class: 0 | 1 | null }[]
  return rows.flatMap((row) => (row.class === null ? [] : [{ text: row.text, rating: row.class - 0.5 }]))
}

export interface EmbeddedText extends RatedText {
  readonly embedding: ArrayLike<number>
}
export type EmbeddedSets = Readonly<Record<SetName, readonly EmbeddedText[]>>

/** Chosen once on all sets left out in turn; between 100 and 500 nothing moves by more than 0.006. */
const penalty = 200

/** A head that has seen these sets only. */
export function trainHead(sets: EmbeddedSets, seen: readonly SetName[]) {
  const texts = seen.flatMap((name) => sets[name])
  return fitRidge(
    texts.map(({ text, embedding }) => headFeatures(text, embedding)),
    texts.map(({ rating }) => rating),
    penalty,
  )
}

/** For a rated set the correlation with people's means, for a labelled one the share of right signs; no feeling counts as bad. */
export const figureOf = (name: SetName, rated: readonly RatedText[], scores: readonly number[]): number =>
  name === 'tweets' || name === 'snippets'
    ? correlation(
        rated.map(({ rating }) => rating),
        scores,
      )
    : rightSigns(rated, scores)

export const lexiconFigure = (name: SetName, rated: readonly RatedText[]): number =>
  figureOf(
    name,
    rated,
    rated.map(({ text }) => readByLexicon(text).score),
  )

/** The figure on a set of a head that was trained on the other sets alone. */
export function leftOutFigure(sets: EmbeddedSets, name: SetName): number {
  const head = trainHead(
    sets,
    allSets.filter((other) => other !== name),
  )
  return figureOf(
    name,
    sets[name],
    sets[name].map(({ text, embedding }) => scoreByHead(text, embedding, head)),
  )
}

const rightSigns = (rated: readonly RatedText[], scores: readonly number[]): number =>
  rated.filter(({ rating }, at) => rating > 0 === scores[at]! > 0).length / rated.length

function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [a, b] = [mean(one), mean(other)]
  let [both, first, second] = [0, 0, 0]
  one.forEach((value, at) => {
    both += (value - a) * (other[at]! - b)
    first += (value - a) ** 2
    second += (other[at]! - b) ** 2
  })
  return both / Math.sqrt(first * second)
}
