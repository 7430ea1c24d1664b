import { expect, test } from 'vitest'
import { readByLexicon } from './lexicon.ts'
import { scoreByHead } from './score-by-head.ts'
import { scoreText } from './score-text.ts'

const feeling = (text: string): number => readByLexicon(text).score

test('a negation turns what follows it, a word of degree strengthens it, and what comes after "but" weighs more', () => {
  expect(feeling('the food was good')).toBeGreaterThan(0.2)
  expect(feeling('the food was not good')).toBeLessThan(-0.2)
  expect(feeling("the food wasn't very good")).toBeLessThan(-0.2)
  expect(feeling('it is very good')).toBeGreaterThan(feeling('it is good'))
  expect(feeling('it is slightly good')).toBeLessThan(feeling('it is good'))
  expect(feeling('the shop is nice but the support is terrible')).toBeLessThan(0)
  expect(feeling('the support is terrible but the shop is nice')).toBeGreaterThan(feeling('the shop is nice but the support is terrible'))
})

test('capitals, exclamation marks and stretched words speak louder', () => {
  expect(feeling('this is GREAT')).toBeGreaterThan(feeling('this is great'))
  expect(feeling('this is great!!!')).toBeGreaterThan(feeling('this is great'))
  expect(feeling('this is goooood')).toBe(feeling('this is good'))
})

test('emoji and emoticons are read, those in web addresses are not', () => {
  expect(scoreText('😀😍')).toMatchObject({ language: 'zxx', score: expect.closeTo(0.83, 1) as number })
  expect(feeling(':(')).toBeLessThan(0)
  expect(feeling('see http://example.org/good')).toBe(0)
})

test.each([
  ['nothing', ''],
  ['spaces', '  \n '],
  ['digits', '123 456'],
  ['marks', '...!?'],
  ['emoji without a feeling', '🧾'],
])('a text of %s has no words and no score', (_, text) => {
  expect(scoreText(text)).toEqual({ language: 'zxx', sure: true, score: null })
})

test('a text in another language is told by its language and never scored, not even by its emoji', () => {
  expect(scoreText('O produto chegou muito rápido e é de ótima qualidade 😍')).toMatchObject({ language: 'pt', score: null })
  expect(scoreText('Die Lieferung kam leider viel zu spät und war beschädigt')).toMatchObject({ language: 'de', score: null })
  expect(scoreText('很好')).toMatchObject({ language: 'zh', score: null })
})

test('a word that several languages share is told to be unsure', () => {
  expect(scoreText('excellent').sure).toBe(false)
  expect(scoreText('recomendo')).toMatchObject({ language: 'und', score: null })
})

test('a megabyte of text, good to begin with, is read as far as people would, and quickly enough to end', () => {
  for (const text of ['good and nice things here, ', 'x', '😀', ':', '!'].map((piece) => piece.repeat(1_000_000 / piece.length))) {
    const { score } = scoreText(text)
    expect(score === null || (score >= -1 && score <= 1)).toBe(true)
  }
  expect(scoreText('good and nice things here, '.repeat(40_000)).score).toBeGreaterThan(0.5)
})

test('scores never leave −1..+1, of the head neither', () => {
  expect(feeling('good '.repeat(500))).toBeLessThanOrEqual(1)
  expect(feeling('terrible '.repeat(500))).toBeGreaterThanOrEqual(-1)
  for (const size of [0, 1, 100]) {
    const score = scoreByHead(
      'good',
      Array.from({ length: 512 }, () => size),
    )
    expect(score).toBeGreaterThanOrEqual(-1)
    expect(score).toBeLessThanOrEqual(1)
  }
})
