/**
 * How many short texts a second become themes, beside a plain reference that only counts words of the same texts. Run:
 * `node bench/themes.ts [TEXTS]`. Prints seconds, texts a second and the ratio.
 */
import { findThemes } from '../src/analysis/themes/find-themes.ts'
import { createRandom } from '../src/simulate/random.ts'
import { say } from '../src/simulate/say.ts'
import { shop } from '../src/simulate/shop/shop.ts'

const texts = Number(process.argv[2] ?? 100_000)
const random = createRandom(1)
const written = Array.from({ length: texts }, () => say(random, shop, shop.words[Math.floor(random.uniform() * shop.words.length)]!))

function plainReference(): number {
  const counts = new Map<string, number>()
  for (const text of written) for (const word of new Set(text.toLowerCase().split(/\W+/))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts.size
}
function ours(): string {
  const work = findThemes(written)
  let step = work.next()
  while (!step.done) step = work.next()
  return `${step.value.themes.length} themes, ${step.value.themeOf.filter((theme) => theme >= 0).length} texts in them`
}

const timed = <T>(work: () => T): readonly [T, number] => {
  const started = performance.now()
  const result = work()
  return [result, (performance.now() - started) / 1000]
}
const [words, plain] = timed(plainReference)
const [found, seconds] = timed(ours)
console.log(`counting words: ${plain.toFixed(2)} s (${words} words)`)
console.log(
  `themes: ${seconds.toFixed(2)} s, ${Math.round(texts / seconds)} texts a second, ${(seconds / plain).toFixed(1)} times the counting; ${found}`,
)
