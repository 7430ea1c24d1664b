import { expect, test } from 'vitest'
import { questionSentence } from './question-sentence.ts'

test('filters are said after the question', () => {
  expect(questionSentence({ question: 'touchpoints', events: { channels: ['Web'] }, journeys: { reached: ['Buy'] } })).toBe(
    'How many journeys visit each touchpoint, and how many leave there? Only events through Web. Only journeys that reached Buy.',
  )
})

test('a funnel names its steps and its window', () => {
  expect(questionSentence({ question: 'funnel', steps: ['A', 'B'], windowMs: 86_400_000, ties: 'capture-order', order: 'ordered' })).toBe(
    'How many journeys go A → B within 24\u00a0h?'.replace('24\u00a0h', '1\u00a0day'),
  )
})

test('members are asked about by their own question', () => {
  expect(questionSentence({ question: 'members', of: { question: 'variants' }, pick: { kind: 'journeys' } })).toBe(
    'Which exact paths do journeys take?',
  )
})
