import { expect, test } from 'vitest'
import { seededRandom } from '../statistics/seeded-random.ts'
import { applyDecisions } from './apply-decisions.ts'
import type { FoundThemes } from './find-themes.ts'
import { themeInsights } from './theme-insights.ts'
import type { ThemeText } from './theme-text.ts'

const keyphrases = (key: string) => [{ key, phrase: key, texts: 1 }]
const found = ['late', 'size'].map((key) => ({ id: key, keyphrases: keyphrases(key) }))
const { themes } = applyDecisions(found, [])

/** Texts at one touchpoint, scores about a mean by theme; the third theme is none. */
function texts(means: readonly number[], each: number, seed: number) {
  const random = seededRandom(seed)
  const themeOf = Int32Array.from({ length: each * means.length }, (_, i) => (i % means.length < 2 ? i % means.length : -1))
  const list = Array.from(themeOf, (_, i): ThemeText => {
    const normal = Math.max(-1, Math.min(1, means[i % means.length]! + (random() - 0.5)))
    return {
      customer: `c${i}`,
      time: i,
      touchpoint: 'Delivery',
      channel: '',
      score: normal,
      scale: '-1..1',
      text: `t${i}`,
      file: 'f',
      line: i,
      normal,
    }
  })
  const read = { themes: found, themeOf, languages: [], noWords: 0, feelings: new Float32Array() } satisfies FoundThemes & {
    feelings: Float32Array
  }
  return { themes, texts: list, read, counted: list.map((_, i) => i) }
}

test('a theme that scores worse than the other words at its touchpoint is told with its interval and its worst words', () => {
  const [first, ...rest] = themeInsights(texts([-0.4, 0.3, 0.3], 60, 1))
  expect(first).toMatchObject({
    id: 'theme late Delivery',
    kind: 'theme',
    cause: 'negative theme',
    touchpoint: 'Delivery',
    affected: 60,
    n: 180,
  })
  expect(first!.high).toBeLessThan(-0.5)
  expect(first!.evidence.length).toBe(3)
  expect(rest.map(({ cause }) => cause)).toEqual(['positive theme'])
})

test('themes alike, too few answers and one score for all say nothing', () => {
  const told = Array.from({ length: 200 }, (_, seed) => themeInsights(texts([0.2, 0.2, 0.2], 40, seed)).length > 0)
  expect(told.filter(Boolean).length).toBeLessThanOrEqual(10)
  expect(themeInsights(texts([-0.9, 0.9, 0.9], 9, 1))).toEqual([])
  const same = texts([0, 0, 0], 50, 1)
  expect(themeInsights({ ...same, texts: same.texts.map((text) => ({ ...text, normal: 1 })) })).toEqual([])
})

test('an excluded theme says nothing', () => {
  const input = texts([-0.4, 0.3, 0.3], 60, 1)
  expect(themeInsights({ ...input, themes: themes.map((theme) => ({ ...theme, excluded: true })) })).toEqual([])
})
