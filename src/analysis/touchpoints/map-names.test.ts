import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimNames } from './map-names.ts'
import { matchesRule } from './match-rule.ts'

test('each kind of rule takes what it says and no more', () => {
  const takes = (kind: 'exact' | 'starts' | 'contains' | 'pattern', text: string) =>
    ['Checkout', 'checkout', 'Checkout: paid', 'Pre-checkout'].filter((name) => matchesRule({ kind, text }, name))
  expect(takes('exact', 'Checkout')).toEqual(['Checkout'])
  expect(takes('starts', 'check')).toEqual(['Checkout', 'checkout', 'Checkout: paid'])
  expect(takes('contains', 'OUT')).toEqual(['Checkout', 'checkout', 'Checkout: paid', 'Pre-checkout'])
  expect(takes('pattern', '*checkout')).toEqual(['Checkout', 'checkout', 'Pre-checkout'])
  expect(takes('pattern', 'c*: p*d')).toEqual(['Checkout: paid'])
})

test('a pattern agrees with the regular expression that says the same', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '('), maxLength: 8 })
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '(', '*'), maxLength: 8 })
  fc.assert(
    fc.property(pattern, letters, (text, name) => {
      const plain = text.split('*').map((part) => part.replace(/[.(]/g, '\\$&'))
      expect(matchesRule({ kind: 'pattern', text }, name)).toBe(new RegExp(`^${plain.join('.*')}$`, 's').test(name))
    }),
    { numRuns: 2000 },
  )
})

test('a pattern made to take for ever does not', () => {
  expect(matchesRule({ kind: 'pattern', text: `${'*a'.repeat(400)}b` }, 'a'.repeat(20_000))).toBe(false)
})

test('an exact name wins, then the order of the list, and every other claim is told', () => {
  const claims = claimNames(
    [
      { id: 'first', rules: [{ kind: 'contains', text: 'pay' }] },
      {
        id: 'second',
        rules: [
          { kind: 'starts', text: 'pay' },
          { kind: 'exact', text: 'Payment page' },
        ],
      },
    ],
    ['Payment page', 'Pay by card', 'Home'],
  )
  expect(claims.get('Payment page')).toEqual([
    { touchpoint: 'second', rule: 1 },
    { touchpoint: 'first', rule: 0 },
  ])
  expect(claims.get('Pay by card')).toEqual([
    { touchpoint: 'first', rule: 0 },
    { touchpoint: 'second', rule: 0 },
  ])
  expect(claims.has('Home')).toBe(false)
})
