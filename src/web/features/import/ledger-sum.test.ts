import { expect, test } from 'vitest'
import { unaccounted } from './ledger-sum.ts'

test('a ledger that adds up leaves nothing', () =>
  expect(unaccounted({ read: 10, stored: 6, refused: 1, duplicates: 2, unused: 1 })).toBe(0))
test('a row that vanished is seen', () => expect(unaccounted({ read: 10, stored: 6, refused: 1, duplicates: 2, unused: 0 })).toBe(1))
