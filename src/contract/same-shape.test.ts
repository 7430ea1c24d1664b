import { expect, test } from 'vitest'
import type { Holds, SameShape } from './same-shape.ts'

interface Told {
  readonly a: string
  readonly b?: readonly number[]
}

test('two shapes are the same only when keys, optionality and values all agree', () => {
  const same: Holds<SameShape<Told, { a: string; b?: number[] }>> = true
  // @ts-expect-error an optional key is missing on one side
  const missing: Holds<SameShape<Told, { a: string }>> = true
  // @ts-expect-error a key is required on one side and optional on the other
  const optional: Holds<SameShape<Told, { a: string; b: number[] }>> = true
  // @ts-expect-error a value is wider on one side
  const wider: Holds<SameShape<Told, { a: string | null; b?: number[] }>> = true
  // @ts-expect-error a case of a union is missing on one side
  const union: Holds<SameShape<{ k: 'x' } | { k: 'y' }, { k: 'x' }>> = true
  expect([same, missing, optional, wider, union]).toHaveLength(5)
})
