import { expect, test } from 'vitest'
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
