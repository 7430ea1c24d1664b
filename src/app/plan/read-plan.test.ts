import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { readPlan } from './read-plan.ts'

const refusal = (text: string): string => {
  try {
    readPlan(text)
    return 'it was read'
  } catch (error) {
    return error instanceof Refusal ? `${error.code} ${error.message}` : String(error)
  }
}

test('a Mermaid journey is a plan of its sections and tasks', () => {
  expect(readPlan('journey\n  title Buying\n  section Look\n    See: 5: Ada\n  section Buy\n    Pay: 3: Ada\n')).toEqual({
    name: 'Buying',
    stages: [
      { name: 'Look', steps: [{ name: 'See', touchpoints: ['See'], repeatable: true }] },
      { name: 'Buy', steps: [{ name: 'Pay', touchpoints: ['Pay'], repeatable: true }] },
    ],
  })
})

test('a plan in JSON is taken as it is', () => {
  const plan = { name: 'p', stages: [{ name: 's', anyOrder: true, steps: [{ name: 'a', touchpoints: ['a', 'b'], optional: true }] }] }
  expect(readPlan(JSON.stringify(plan))).toEqual(plan)
})

test.each([
  ['', /bad_plan .*A plan is a BPMN or PNML file/],
  ['{', /bad_plan This is no valid JSON/],
  ['{"name":"p","stages":[{"name":"s","steps":[{"name":"a"}]}]}', /bad_plan stages\.0\.steps\.0\.touchpoints: /],
  ['{"format":"wend-map/999","title":"x"}', /bad_plan /],
  ['<a>\n<b></a>', /bad_plan Line \d+: /],
  ['<!DOCTYPE a [<!ENTITY x "y">]><pnml></pnml>', /bad_plan /],
  ['hello there', /bad_plan .*"journey"/],
])('%j is refused with what to do', (text, reason) => {
  expect(refusal(text)).toMatch(reason)
})
