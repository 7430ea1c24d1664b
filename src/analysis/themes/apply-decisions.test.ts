import { expect, test } from 'vitest'
import type { ThemeDecision } from '../../journey/theme-decision.ts'
import { applyDecisions } from './apply-decisions.ts'

const theme = (...keys: readonly string[]) => ({ id: keys[0]!, keyphrases: keys.map((key) => ({ key, phrase: key, texts: 9 })) })
let count = 0
const decide = (anchor: readonly string[], change: ThemeDecision['change'], more: Partial<ThemeDecision> = {}): ThemeDecision => {
  const at = ++count
  return {
    id: `d${at}`,
    anchor,
    theme: '',
    change,
    model: null,
    at,
    by: 'Ada',
    acceptedAt: at,
    acceptedBy: 'Ada',
    undoneAt: null,
    undoneBy: null,
    ...more,
  }
}
const found = [theme('late', 'parcel', 'driver'), theme('size', 'guide'), theme('chat', 'phone')]
const names = (decisions: readonly ThemeDecision[], themes = found) => applyDecisions(themes, decisions).themes.map(({ name }) => name)

test('a decision follows its theme when the phrases change places, and waits when the theme is gone', () => {
  const renamed = decide(['late', 'parcel', 'driver'], { kind: 'rename', name: 'Late' })
  expect(names([renamed], [theme('size', 'guide'), theme('parcel', 'slow', 'late')])).toEqual(['size, guide', 'Late'])
  expect(applyDecisions([theme('size', 'guide')], [renamed])).toMatchObject({ waiting: 1, themes: [{ name: 'size, guide' }] })
})

test('the latest name counts, an undone or a not accepted one does not', () => {
  const [one, two] = ['One', 'Two'].map((name) => decide(['late'], { kind: 'rename', name }))
  expect(names([two!, one!])[0]).toBe('Two')
  expect(names([one!, { ...two!, undoneAt: 5 }])[0]).toBe('One')
  expect(names([one!, { ...two!, model: 'm', acceptedAt: null }])[0]).toBe('One')
})

test('merges chain and never go in circles', () => {
  const into = (from: string, to: string) => decide([from], { kind: 'merge', into: [to] })
  const chained = applyDecisions(found, [into('late', 'size'), into('size', 'chat'), into('chat', 'late')])
  expect(chained.themes).toMatchObject([{ id: 'chat', places: [2, 0, 1] }])
  expect(applyDecisions(found, [into('late', 'late')]).themes.length).toBe(3)
})
