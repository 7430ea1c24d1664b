import { scoreText } from '../../analysis/words/score-text.ts'
import { scoreByHead } from '../../analysis/words/score-by-head.ts'
import type { ScoredWaitingText, TextMethod, WaitingText } from '../../journey/text-feelings.ts'
import { openEmbeddingModel } from '../words/embedding-model.ts'

export interface ScoreTextsInput {
  readonly method: TextMethod
  readonly texts: readonly WaitingText[]
  /** Texts scored before these, and all that there are; progress counts them. */
  readonly done: number
  readonly of: number
}

/** Scores texts, in the order given. */
export async function* scoreTextsTask({ method, texts, done, of }: ScoreTextsInput): AsyncGenerator<number, readonly ScoredWaitingText[]> {
  const share = (scored: number): number => (done + scored) / Math.max(1, of)
  return yield* method === 'lexicon' ? byLexicon(texts, share) : byModel(texts, share)
}

type Share = (scored: number) => number

const lexiconStep = 500

function* byLexicon(texts: readonly WaitingText[], share: Share): Generator<number, readonly ScoredWaitingText[]> {
  const scored: ScoredWaitingText[] = []
  for (const { hash, text } of texts) {
    scored.push({ hash, ...scoreText(text) })
    if (scored.length % lexiconStep === 0) yield share(scored.length)
  }
  return scored
}

/** Texts that pass through the model at once. */
const modelStep = 16

async function* byModel(texts: readonly WaitingText[], share: Share): AsyncGenerator<number, readonly ScoredWaitingText[]> {
  const embed = await openEmbeddingModel()
  const scored: ScoredWaitingText[] = []
  for (let at = 0; at < texts.length; at += modelStep) {
    const some = texts.slice(at, at + modelStep)
    const vectors = await embed(some.map(({ text }) => text))
    for (const [index, { hash, text }] of some.entries())
      scored.push({ hash, language: 'en', sure: true, score: scoreByHead(text, vectors[index]!) })
    yield share(scored.length)
  }
  return scored
}
