import { expect, test } from 'vitest'
import { describeStates, hostileTexts } from '../../test/fixtures/opened-states.ts'
import type { StoredVerdict } from './insight-store.ts'

const verdict = (insight: string, at: number, more: Partial<StoredVerdict> = {}): StoredVerdict => ({
  insight,
  verdict: 'rejected',
  into: null,
  title: insight,
  note: '',
  by: 'Ada',
  at,
  ...more,
})

describeStates('what people say of insights', (state) => {
  test('a verdict is remembered, replaced and taken back, each workspace by itself', async () => {
    await state.store.insights.judge(1, verdict('exit A', 1))
    await state.store.insights.judge(1, verdict('exit A', 3, { verdict: 'merged', into: 'exit B', note: 'the same' }))
    await state.store.insights.judge(1, verdict('exit B', 2, { verdict: 'accepted' }))
    await state.store.insights.judge(2, verdict('exit A', 9))
    await state.reopen()
    expect(await state.store.insights.verdicts(1, 10)).toEqual([
      verdict('exit A', 3, { verdict: 'merged', into: 'exit B', note: 'the same' }),
      verdict('exit B', 2, { verdict: 'accepted' }),
    ])
    await state.store.insights.takeBack(1, 'exit A')
    expect((await state.store.insights.verdicts(1, 10)).map(({ insight }) => insight)).toEqual(['exit B'])
    expect((await state.store.insights.verdicts(2, 10)).map(({ insight }) => insight)).toEqual(['exit A'])
  })

  test('comments hold every text, in the order in which they were said, and are removed one by one', async () => {
    for (const [index, text] of hostileTexts.entries())
      await state.store.insights.comment(1, { id: `c${index}`, insight: text, text, by: 'Ada', at: index })
    expect((await state.store.insights.comments(1, 100)).map(({ text }) => text)).toEqual(hostileTexts)
    await state.store.insights.removeComment(1, 'c0')
    await state.store.insights.removeComment(2, 'c1')
    expect((await state.store.insights.comments(1, 100)).map(({ id }) => id)).toEqual(
      hostileTexts.slice(1).map((_, index) => `c${index + 1}`),
    )
  })
})
