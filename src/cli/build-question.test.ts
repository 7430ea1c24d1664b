import { expect, test } from 'vitest'
import { questionSchema } from '../contract/question-schema.ts'
import { buildQuestion, questionNames } from './build-question.ts'
import type { QuestionOptions } from './question-options.ts'

const context = { usualLimit: 25, allRows: 1_000_000_000, stagesFor: () => Promise.resolve([{ stage: 'Buy', touchpoints: ['Cart'] }]) }
const build = (name: string, options: Partial<QuestionOptions> = {}) => buildQuestion(name, { where: [], ...options }, context)

const enough: Partial<QuestionOptions> = { steps: 'A,B', customer: 'c1', touchpoint: 'A', of: 'touchpoints' }

test.each(questionNames)('%s becomes a question that the contract accepts', async (name) => {
  const question = await build(name, enough)
  expect(questionSchema.safeParse(question)).toMatchObject({ success: true })
  expect(question.question).toBe(name)
})

test('a funnel carries its steps, window, ties and order', async () => {
  expect(await build('funnel', { steps: 'A,B', window: '7d', ties: 'strictly-later', order: 'any', where: ['channel=web'] })).toEqual({
    question: 'funnel',
    events: { channels: ['web'] },
    steps: ['A', 'B'],
    windowMs: 604_800_000,
    ties: 'strictly-later',
    order: 'any',
    limit: 25,
  })
})

test('limit and offset are passed on, and all means all', async () => {
  expect(await build('variants', { limit: 'all', offset: '10' })).toEqual({ question: 'variants', limit: 1_000_000_000, offset: 10 })
  expect(await build('variants', { limit: '0' })).toEqual({ question: 'variants', limit: 0 })
})

test.each([
  [
    { of: 'transitions', from: 'A', to: 'B' },
    { kind: 'transition', from: 'A', to: 'B', number: 'count' },
  ],
  [
    { from: 'A', to: 'B', number: 'journeys' },
    { kind: 'transition', from: 'A', to: 'B', number: 'journeys' },
  ],
  [
    { touchpoint: 'A', number: 'exits' },
    { kind: 'touchpoint', touchpoint: 'A', number: 'exits' },
  ],
  [{ path: 'A,B' }, { kind: 'variant', path: ['A', 'B'] }],
  [
    { steps: 'A,B', step: '2', number: 'lost' },
    { kind: 'funnel-step', step: 2, number: 'lost' },
  ],
  [{ outcome: 'lost' }, { kind: 'outcome', outcome: 'lost' }],
  [
    { of: 'overview', group: 'pro' },
    { group: 'pro', kind: 'journeys' },
  ],
  [
    { of: 'trend', pick: '{"kind":"bucket","start":0}' },
    { kind: 'bucket', start: 0 },
  ],
] as const)('members of %j picks its number', async (options, pick) => {
  expect(await build('members', options)).toMatchObject({ question: 'members', pick })
})

test.each([
  ['nope', {}, '"nope" is no question. Ask one of overview'],
  ['funnel', {}, 'funnel: this question needs --steps "A,B,C"'],
  ['paths', {}, 'this question needs --touchpoint NAME'],
  ['timeline', {}, 'this question needs --customer ID'],
  ['funnel', { steps: 'A', ties: 'random' }, '--ties: "random" cannot stand here'],
  ['members', { of: 'transitions', from: 'A' }, 'also say --to B'],
  ['members', { of: 'members' }, 'say whose number is opened'],
  ['members', { of: 'touchpoints', pick: '{' }, '--pick: this is not JSON'],
  ['members', { of: 'touchpoints', pick: '{"kind":"x"}' }, '--pick: kind'],
] as const)('%s with %j is wrong usage', async (name, options, message) => {
  await expect(build(name, options)).rejects.toThrow(message)
})
