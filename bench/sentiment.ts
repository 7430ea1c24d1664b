// Short English texts a second on one core: language and score by Wend, beside the bare lexicon package on the same texts.
import { createRequire } from 'node:module'
import { scoreText } from '../src/analysis/words/score-text.ts'
import { readByLexicon } from '../src/analysis/words/lexicon.ts'
import { readSet } from '../test/truth/sentiment-data.ts'

const bare = createRequire(import.meta.url)('wink-sentiment') as (text: string) => { readonly normalizedScore: number }
const texts = (['tweets', 'snippets', 'yelp', 'amazon'] as const).flatMap((name) => readSet(name)).map(({ text }) => text)

const ways = {
  'bare lexicon package': (text: string) => bare(text).normalizedScore,
  'our lexicon': (text: string) => readByLexicon(text).score,
  'language and our lexicon': (text: string) => scoreText(text).score,
} as const
const speeds = new Map<string, number>()
for (let round = 0; round < 3; round += 1) {
  for (const [name, score] of Object.entries(ways)) {
    const start = performance.now()
    for (const text of texts) score(text)
    speeds.set(name, Math.max(speeds.get(name) ?? 0, (1000 * texts.length) / (performance.now() - start)))
  }
}
const reference = speeds.get('bare lexicon package')!
for (const [name, speed] of speeds) console.log(`${name}: ${Math.round(speed)} texts/s, ${(speed / reference).toFixed(2)} × the package`)
