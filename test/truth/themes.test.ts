import { describe, expect, test } from 'vitest'
import { findThemes, type FoundThemes } from '../../src/analysis/themes/find-themes.ts'
import type { Company } from '../../src/simulate/company.ts'
import { createRandom } from '../../src/simulate/random.ts'
import { say } from '../../src/simulate/say.ts'
import { shop } from '../../src/simulate/shop/shop.ts'
import { simulate } from '../../src/simulate/index.ts'
import { software } from '../../src/simulate/software/software.ts'

const seeds = 50
const size = 1500

interface Written {
  readonly texts: readonly string[]
  /** The theme that each text was written about. */
  readonly about: readonly number[]
}
/** Everyday words ("all good") are about nothing: they have no theme to be found. */
const isTheme = (company: Company, theme: number): boolean => !['all good', 'so-so', 'not great'].includes(company.words[theme]!.name)

/** What people of a simulated company write, in the mix in which they write it. */
function write(company: Company, mix: readonly number[], seed: number): Written {
  const random = createRandom(seed)
  const all = mix.reduce((a, b) => a + b, 0)
  const about = Array.from({ length: size }, () => {
    let left = random.uniform() * all
    const theme = mix.findIndex((count) => (left -= count) < 0)
    return theme < 0 ? 0 : theme
  })
  return { about, texts: about.map((theme) => say(random, company, company.words[theme]!)) }
}

function mixOf(company: Company): readonly number[] {
  const run = simulate({ preset: company.preset, customers: 3000, seed: 1, from: Date.UTC(2025, 0, 1) })
  let step = run.next()
  while (!step.done) step = run.next()
  const { verbatims } = step.value
  return company.words.map(({ name }) => verbatims[name] ?? 0)
}

function find(texts: readonly string[]): FoundThemes {
  const work = findThemes(texts)
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** Adjusted Rand index (Hubert and Arabie 1985). */
function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const pairs = (n: number): number => (n * (n - 1)) / 2
  const sum = (keys: readonly (number | string)[]): number =>
    [...Map.groupBy(keys, (key) => key).values()].reduce((all, own) => all + pairs(own.length), 0)
  const both = sum(a.map((one, i) => `${one} ${b[i]!}`))
  const [left, right] = [sum(a), sum(b)]
  const expected = (left * right) / pairs(a.length)
  return (both - expected) / ((left + right) / 2 - expected)
}
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

describe.each([shop, software])('themes planted in the words of the $preset', (company) => {
  const mix = mixOf(company)

  test('are recovered: texts in one theme are of one planted theme', () => {
    const figures = Array.from({ length: seeds }, (_, seed) => {
      const { texts, about } = write(company, mix, seed + 1)
      const { themeOf } = find(texts)
      const inside = texts.flatMap((_text, i) => (themeOf[i]! >= 0 ? [i] : []))
      const planted = inside.filter((i) => isTheme(company, about[i]!))
      const groups = [...Map.groupBy(inside, (i) => themeOf[i]!).values()]
      const largest = groups.map((own) => Math.max(...[...Map.groupBy(own, (i) => about[i]!).values()].map((same) => same.length)))
      return {
        coverage: inside.length / texts.length,
        purity: largest.reduce((a, b) => a + b, 0) / inside.length,
        rand: adjustedRand(
          planted.map((i) => themeOf[i]!),
          planted.map((i) => about[i]!),
        ),
        themes: groups.length,
      }
    })
    const average = (key: keyof (typeof figures)[number]): number => mean(figures.map((one) => one[key]))
    console.log(company.preset, {
      coverage: average('coverage'),
      purity: average('purity'),
      rand: average('rand'),
      themes: average('themes'),
    })
    expect(average('purity')).toBeGreaterThan(0.7)
    expect(average('rand')).toBeGreaterThan(0.42)
    expect(average('coverage')).toBeGreaterThan(0.75)
  }, 60_000)

  test('stay when a tenth more texts are written, and do not depend on the order of texts', () => {
    const stability = Array.from({ length: 20 }, (_, seed) => {
      const { texts } = write(company, mix, seed + 1)
      const fewer = Math.round(texts.length / 1.1)
      const [before, after] = [find(texts.slice(0, fewer)), find(texts)]
      const kept = Array.from({ length: fewer }, (_value, i) => i).filter((i) => before.themeOf[i]! >= 0 && after.themeOf[i]! >= 0)
      return adjustedRand(
        kept.map((i) => before.themeOf[i]!),
        kept.map((i) => after.themeOf[i]!),
      )
    })
    console.log(company.preset, { stability: mean(stability), least: Math.min(...stability) })
    expect(mean(stability)).toBeGreaterThan(0.6)
    const { texts } = write(company, mix, 7)
    const forward = find(texts)
    const backward = find(texts.toReversed())
    expect(backward.themes).toEqual(forward.themes)
    expect([...backward.themeOf].toReversed()).toEqual([...forward.themeOf])
    expect(find(texts)).toEqual(forward)
  }, 60_000)
})

test('languages that share no words share no theme', () => {
  const lines = (texts: readonly string[]): readonly string[] =>
    Array.from({ length: 10 }, (_, i) => `${texts[i % texts.length]!} ${'!'.repeat(i % 3)}`)
  const texts = [
    ...lines(['The parcel came too late again', 'The parcel was late']),
    ...lines(['Das Paket kam wieder viel zu spät', 'Das Paket war spät']),
    ...lines(['Le colis est encore arrivé en retard', 'Le colis avait du retard']),
    ...lines(['小包がまた遅れました', '小包が遅れました']),
  ]
  const { themeOf, languages } = find(texts)
  const group = (from: number): ReadonlySet<number> => new Set(themeOf.slice(from, from + 10))
  const groups = [0, 10, 20, 30].map(group)
  expect(groups.map((own) => own.size)).toEqual([1, 1, 1, 1])
  expect(new Set(groups.map((own) => [...own][0])).size).toBe(4)
  expect([languages[0], languages[10], languages[20]]).toEqual(['en', 'de', 'fr'])
})

test.each([
  ['nothing', []],
  ['one text', ['late parcel']],
  ['empty texts', ['', ' ', '\n']],
  ['emoji only', Array.from({ length: 50 }, () => '👍👍🎉')],
  ['numbers only', Array.from({ length: 50 }, (_, i) => String(i))],
  ['one word a thousand times', Array.from({ length: 1000 }, () => 'good')],
  ['a text of a megabyte among others', ['x y z '.repeat(170_000), ...Array.from({ length: 20 }, () => 'the parcel was late')]],
  ['all different', Array.from({ length: 200 }, (_, i) => `w${i}a w${i}b`)],
  ['broken characters', Array.from({ length: 30 }, () => '\ud800 late\u0000parcel \udfff')],
])('%s is answered clearly', (_name, texts) => {
  const found = find(texts)
  expect(found.themeOf.length).toBe(texts.length)
  expect(found.themeOf.every((theme) => theme >= -1 && theme < found.themes.length)).toBe(true)
  expect(found.themes.every(({ id, keyphrases }) => id !== '' && keyphrases.length > 0)).toBe(true)
})
