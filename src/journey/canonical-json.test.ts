import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalCopy, canonicalJson } from './canonical-json.ts'

test('keys are sorted, undefined is left out, minus zero is zero', () => {
  expect(canonicalJson({ b: 1, a: [-0, null, 'é'], Z: undefined, A: { y: true, x: false } })).toBe(
    '{"A":{"x":false,"y":true},"a":[0,null,"é"],"b":1}',
  )
})

test('fractions keep nine significant digits and whole numbers all of theirs', () => {
  expect(canonicalJson([0.1 + 0.2, 1 / 3, 1764000000123, 2.5e-20])).toBe('[0.3,0.333333333,1764000000123,2.5e-20]')
})

test('what JSON cannot hold throws', () => {
  expect(() => canonicalJson(NaN)).toThrow(TypeError)
  expect(() => canonicalJson([Infinity])).toThrow(TypeError)
  expect(() => canonicalJson({ f: () => 1 })).toThrow(TypeError)
})

test('the text is one and the same for any order of keys, and a copy has the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(reversed(value))).toBe(text)
      expect(canonicalJson(canonicalCopy(value))).toBe(text)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  )
}
