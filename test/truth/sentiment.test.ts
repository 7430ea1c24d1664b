import { beforeAll, describe, expect, test } from 'vitest'
import { lexiconMeasured, modelMeasured } from '../../src/analysis/words/measured.ts'
import { seededRandom } from '../../src/analysis/statistics/seeded-random.ts'
import { openEmbeddingModel } from '../../src/app/words/embedding-model.ts'
import {
  allSets,
  figureOf,
  labelledSets,
  leftOutFigure,
  lexiconFigure,
  readSet,
  type EmbeddedSets,
  type SetName,
} from './sentiment-data.ts'

const told: Readonly<Record<SetName, string>> = {
  tweets: 'tweets',
  snippets: 'product review sentences',
  imdb: 'film reviews',
  yelp: 'restaurant reviews',
  amazon: 'shop reviews',
}
const toldFigure = (list: typeof lexiconMeasured, name: SetName): number => list.find(({ set }) => set === told[name])!.figure
const demanded: Readonly<Record<SetName, number>> = { tweets: 0.87, snippets: 0.59, imdb: 0.79, yelp: 0.82, amazon: 0.84 }

describe('the lexicon, which learns nothing, on whole sets', () => {
  test.each(allSets)('does on %s what it is said to', (name) => {
    const rated = readSet(name)
    const figure = lexiconFigure(name, rated)
    console.log(`lexicon, ${name}: ${figure.toFixed(4)} of ${rated.length} texts`)
    expect(figure).toBeCloseTo(toldFigure(lexiconMeasured, name), 3)
    if (name !== 'tweets') expect(figure).toBeGreaterThanOrEqual(demanded[name])
  })
})

/** Texts of each set that pass through the model here; whole sets take minutes (`node bench/train-sentiment.ts`). */
const sizes: Readonly<Record<SetName, number>> = { tweets: 800, snippets: 500, imdb: 250, yelp: 250, amazon: 250 }

describe('a head over the model, on texts of a set it has not seen', () => {
  let sets: EmbeddedSets

  beforeAll(async () => {
    const embed = await openEmbeddingModel()
    const entries = []
    for (const name of allSets) {
      const random = seededRandom(1)
      const drawn = readSet(name)
        .map((one) => ({ one, key: random() }))
        .toSorted((a, b) => a.key - b.key)
        .slice(0, sizes[name])
        .map(({ one }) => one)
      const vectors: (readonly number[])[] = []
      for (let at = 0; at < drawn.length; at += 25) vectors.push(...(await embed(drawn.slice(at, at + 25).map(({ text }) => text))))
      entries.push([name, drawn.map((one, at) => ({ ...one, embedding: vectors[at]! }))] as const)
    }
    sets = Object.fromEntries(entries) as unknown as EmbeddedSets
  }, 180_000)

  test.each(allSets)('does better on %s than the lexicon and than the majority, learning from samples of the others', (name) => {
    const rated = sets[name]
    const model = leftOutFigure(sets, name)
    const lexicon = lexiconFigure(name, rated)
    const majority = figureOf(
      name,
      rated,
      rated.map(() => 1),
    )
    console.log(`${name}, ${rated.length} drawn: model ${model.toFixed(4)}, lexicon ${lexicon.toFixed(4)}`)
    expect(model).toBeGreaterThan(lexicon)
    if ((labelledSets as readonly string[]).includes(name)) expect(model).toBeGreaterThan(Math.max(majority, 1 - majority))
    // What is said of it was measured on whole sets; a draw of this size lies within three standard errors of that, or a little
    // below, having learnt from fewer texts.
    const said = toldFigure(modelMeasured, name)
    const error = ((name === 'tweets' || name === 'snippets' ? 1 - said ** 2 : Math.sqrt(said * (1 - said))) * 3) / Math.sqrt(rated.length)
    expect(model).toBeGreaterThan(said - error - 0.02)
    expect(model).toBeLessThan(said + error)
    expect(said).toBeGreaterThanOrEqual(demanded[name])
  })
})
