import { expect, test } from 'vitest'
import type { InsightVerdict } from '../../../contract/insights.ts'
import type { Insight } from '../../../journey/insight.ts'
import { judgeInsights, notFoundNow } from './sort-insights.ts'

const insight = (id: string): Insight => ({
  id,
  kind: 'pain-point',
  cause: 'exit',
  title: id,
  detail: '',
  n: 1,
  affected: 1,
  size: 1,
  evidence: [],
})
const verdict = (id: string, of: InsightVerdict['verdict'], into: string | null = null): InsightVerdict => ({
  insight: id,
  verdict: of,
  into,
  title: id,
  note: '',
  by: 'Ada',
  at: 1,
})
const shown = (ids: readonly string[], verdicts: readonly InsightVerdict[]) =>
  judgeInsights(ids.map(insight), { verdicts: [...verdicts], comments: [] }).map(({ insight: one, state, merged }) => [
    one.id,
    state,
    merged.map(({ id }) => id).join(),
  ])

test('insights stand by their verdict; without one they are new', () => {
  expect(shown(['a', 'b', 'c'], [verdict('b', 'rejected'), verdict('c', 'accepted')])).toEqual([
    ['a', 'new', ''],
    ['b', 'rejected', ''],
    ['c', 'accepted', ''],
  ])
})

test('a merged insight stands with the one it ended up in, and by itself when that one is gone', () => {
  const merges = [verdict('a', 'merged', 'b'), verdict('b', 'merged', 'c')]
  expect(shown(['a', 'b', 'c'], merges)).toEqual([['c', 'new', 'a,b']])
  expect(shown(['a', 'b'], merges)).toEqual([['b', 'new', 'a']])
  expect(shown(['a'], merges)).toEqual([['a', 'new', '']])
})

test('a circle of merges hides nothing for ever, and verdicts on what is not found are listed', () => {
  expect(shown(['a', 'b'], [verdict('a', 'merged', 'b'), verdict('b', 'merged', 'a')]).length).toBeGreaterThan(0)
  expect(notFoundNow([insight('a')], { verdicts: [verdict('a', 'accepted'), verdict('z', 'rejected')], comments: [] })).toMatchObject([
    { insight: 'z' },
  ])
})
