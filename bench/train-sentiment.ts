// Trains the head of the text model on all rated sets and writes its weights; prints what heads reach on sets they have not seen.
// Takes minutes: every text passes through the model. `node bench/train-sentiment.ts [folder to keep embeddings in]`
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddingModel, type Embed } from '../src/app/words/embedding-model.ts'
import {
  allSets,
  leftOutFigure,
  lexiconFigure,
  readSet,
  trainHead,
  type EmbeddedSets,
  type EmbeddedText,
  type SetName,
} from '../test/truth/sentiment-data.ts'

const keepIn = process.argv[2]
const embed = await openEmbeddingModel()
const entries: [SetName, readonly EmbeddedText[]][] = []
for (const name of allSets) entries.push([name, await embedded(name, embed)])
const sets = Object.fromEntries(entries) as unknown as EmbeddedSets

for (const name of allSets) {
  const rated = sets[name]
  const majority = Math.max(...[true, false].map((good) => rated.filter(({ rating }) => rating > 0 === good).length)) / rated.length
  console.log(
    `${name}: ${rated.length} texts, majority ${majority.toFixed(3)}, lexicon ${lexiconFigure(name, rated).toFixed(4)}, model that has not seen it ${leftOutFigure(sets, name).toFixed(4)}`,
  )
}
const { intercept, weights } = trainHead(sets, allSets)
const listed = Array.from(weights, (weight) => Number(weight.toFixed(5))).join(', ')
writeFileSync(
  new URL('../src/analysis/words/head-weights.ts', import.meta.url),
  `/** Made by \`node bench/train-sentiment.ts\`: one weight for each of the head's features. */\nexport const headIntercept = ${intercept.toFixed(5)}\n\nexport const headWeights: readonly number[] = [${listed}]\n`,
)

async function embedded(name: SetName, model: Embed): Promise<readonly EmbeddedText[]> {
  const rated = readSet(name)
  const file = keepIn && join(keepIn, `${name}.embeddings`)
  const numbers = file && existsSync(file) ? new Float32Array(readFileSync(file).buffer) : new Float32Array(rated.length * 512)
  if (!file || !existsSync(file)) {
    for (let at = 0; at < rated.length; at += 16) {
      const vectors = await model(rated.slice(at, at + 16).map(({ text }) => text))
      vectors.forEach((vector, index) => numbers.set(vector, (at + index) * 512))
    }
    if (file) writeFileSync(file, new Uint8Array(numbers.buffer))
  }
  return rated.map((one, at) => ({ ...one, embedding: numbers.subarray(at * 512, (at + 1) * 512) }))
}
