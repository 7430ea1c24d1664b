import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SaidOfInsights } from '../contract/insights.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

let app: TestServer
beforeAll(async () => {
  app = await serverForTests()
})
afterAll(() => app.close())

const said = async (): Promise<SaidOfInsights> => (await app.ask('saidOfInsights')) as SaidOfInsights
const judge = (body: object): Promise<unknown> => app.ask('judgeInsight', { body: { title: 'People leave', ...body } })

test('a verdict is remembered with who gave it and why, replaced by the next one, and taken back', async () => {
  await judge({ insight: 'exit A', verdict: 'rejected', note: 'A test page.' })
  expect((await said()).verdicts).toMatchObject([{ insight: 'exit A', verdict: 'rejected', note: 'A test page.', into: null }])
  await judge({ insight: 'exit A', verdict: 'accepted' })
  expect((await said()).verdicts).toMatchObject([{ insight: 'exit A', verdict: 'accepted', note: '' }])
  await app.ask('takeBackVerdict', { body: { insight: 'exit A' } })
  expect((await said()).verdicts).toEqual([])
})

test('an insight is merged into another, but not in a circle', async () => {
  await judge({ insight: 'b', verdict: 'merged', into: 'a' })
  await judge({ insight: 'c', verdict: 'merged', into: 'b' })
  const circle = await app.refusal('judgeInsight', { body: { insight: 'a', verdict: 'merged', into: 'c', title: '' } })
  expect(circle).toMatchObject({ code: 'bad_insight' })
  expect(await app.refusal('judgeInsight', { body: { insight: 'a', verdict: 'merged', into: 'a', title: '' } })).toMatchObject({
    code: 'bad_insight',
  })
  expect(await app.refusal('judgeInsight', { body: { insight: 'a', verdict: 'merged', title: '' } })).toMatchObject({ code: 'bad_insight' })
})

test('comments are kept; one’s own can be removed, another’s by an owner only; a viewer decides nothing', async () => {
  const [editor, viewer] = [await app.addPerson('Ed', 'editor'), await app.addPerson('Vi', 'viewer')]
  const { id } = (await app.ask('commentInsight', { body: { insight: 'a', text: ' Really? ' } })) as { readonly id: string }
  expect((await said()).comments).toMatchObject([{ id, text: 'Really?' }])
  expect(await app.as(editor, 'removeInsightComment', { params: { id } })).toBe('not_your_comment')
  expect(await app.as(viewer, 'commentInsight', { body: { insight: 'a', text: 'x' } })).toBe('not_allowed')
  expect(await app.as(viewer, 'judgeInsight', { body: { insight: 'a', verdict: 'accepted', title: '' } })).toBe('not_allowed')
  const own = await app.as<{ readonly id: string }>(editor, 'commentInsight', { body: { insight: 'a', text: 'Mine' } })
  await app.ask('removeInsightComment', { params: { id: own.id } })
  await app.ask('removeInsightComment', { params: { id } })
  expect((await said()).comments).toEqual([])
  expect(await app.refusal('removeInsightComment', { params: { id } })).toMatchObject({ code: 'comment_not_found' })
})
