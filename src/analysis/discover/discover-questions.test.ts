import { expect, test } from 'vitest'
import { exampleInput, exampleMap } from '../../../test/fixtures/example-map.ts'
import { wholeCustomer } from '../../journey/definition.ts'
import { questionsAfterPlan, questionsBeforePlan } from './discover-questions.ts'

const input = exampleInput()

test('without a goal nobody is asked who reached it, and without gaps nothing is slow', () => {
  const asked = questionsAfterPlan(input.plan, [], wholeCustomer)
  expect(Object.keys(asked)).toEqual(['flow', 'stages'])
})

test('the evidence of the map names only questions that discover asked', () => {
  const asked = [
    ...Object.values(questionsBeforePlan()),
    ...Object.values(questionsAfterPlan(input.plan, input.transitions, input.definition)),
  ]
  const texts = new Set(asked.map((question) => JSON.stringify(question)))
  const named = exampleMap().cards.flatMap(({ evidence }) =>
    evidence.flatMap((found) => (found.kind === 'answer' ? [JSON.stringify(found.question)] : [])),
  )
  expect([...new Set(named)].filter((question) => !texts.has(question))).toEqual([])
})
