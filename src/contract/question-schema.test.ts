import { expect, test } from 'vitest'
import { exampleInput } from '../../test/fixtures/example-map.ts'
import { questionsAfterPlan, questionsBeforePlan } from '../analysis/discover/discover-questions.ts'
import { memberPickSchema, questionSchema } from './question-schema.ts'

test('a question with a filter passes unchanged', () => {
  const question = {
    question: 'transitions',
    events: { channels: ['web'], from: 0 },
    journeys: { outcomes: ['lost'] },
    slowerThanMs: 60_000,
    limit: 5,
  }
  expect(questionSchema.parse(question)).toEqual(question)
})

test('a member list names the question and the number it opens', () => {
  const pick = { kind: 'touchpoint', touchpoint: 'Pricing page', number: 'exits', group: 'DE' }
  expect(memberPickSchema.parse(pick)).toEqual(pick)
  const members = { question: 'members', of: { question: 'touchpoints', groupBy: 'country' }, pick, limit: 10, offset: 0 }
  expect(questionSchema.parse(members)).toEqual(members)
})

test('a misspelt key, an unknown question, and a member list of a member list are refused', () => {
  expect(questionSchema.safeParse({ question: 'touchpoints', evnts: {} }).success).toBe(false)
  expect(questionSchema.safeParse({ question: 'heatmap' }).success).toBe(false)
  const members = { question: 'members', of: { question: 'overview' }, pick: { kind: 'journeys' } }
  expect(questionSchema.safeParse({ question: 'members', of: members, pick: { kind: 'journeys' } }).success).toBe(false)
})

test('a funnel needs one to thirty-two steps', () => {
  const funnel = (steps: string[]) =>
    questionSchema.safeParse({ question: 'funnel', steps, ties: 'capture-order', order: 'ordered' }).success
  expect([funnel([]), funnel(['a']), funnel(Array(32).fill('a')), funnel(Array(33).fill('a'))]).toEqual([false, true, true, false])
})

test('every question that discover asks, before and after the plan, passes the door', () => {
  const { plan, transitions, definition } = exampleInput()
  const asked = [...Object.values(questionsBeforePlan()), ...Object.values(questionsAfterPlan(plan, transitions, definition))]
  expect(asked).toHaveLength(9)
  for (const question of asked) expect(questionSchema.parse(question)).toEqual(question)
})
