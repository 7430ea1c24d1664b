import { expect, test } from 'vitest'
import { placeTouchpoint } from './place-touchpoint.ts'
import type { Template } from './template.ts'
import { touchpointWords } from './touchpoint-words.ts'

const stage = (name: string, matches: readonly string[]) => ({ name, purpose: '', matches })
const template: Template = {
  name: 'test',
  title: 'Test',
  audience: 'any',
  summary: '',
  lanes: [],
  stages: [stage('Buy', ['order', 'pay', 'page']), stage('Get', ['order received', 'page']), stage('Help', ['ticket'])],
}

test.each([
  ['checkout_started', 'checkout started'],
  ['checkoutStarted', 'checkout started'],
  ['  Checkout: started! ', 'checkout started'],
  ['HTMLPage2Viewed', 'html page2 viewed'],
  ['AVALIAÇÃO', 'avaliação'],
  ['/shop/cart?id=7', 'shop cart id 7'],
  ['', ''],
])('"%s" is compared as "%s"', (name, words) => expect(touchpointWords(name)).toBe(words))

test('the longest match wins, whatever its stage', () => {
  expect(placeTouchpoint(template, 'Order received')).toEqual({ stage: 1, match: 'order received' })
  expect(placeTouchpoint(template, 'Order placed')).toEqual({ stage: 0, match: 'order' })
})

test('between equally long matches the earlier stage wins', () => {
  expect(placeTouchpoint(template, 'Landing page')).toEqual({ stage: 0, match: 'page' })
})

test('only whole words match', () => {
  expect(placeTouchpoint(template, 'Reorder')).toBeUndefined()
  expect(placeTouchpoint(template, 'Payment')).toBeUndefined()
  expect(placeTouchpoint(template, 'Ticketing')).toBeUndefined()
})
