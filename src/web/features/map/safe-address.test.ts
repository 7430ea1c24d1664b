import { expect, test } from 'vitest'
import { safeAddress } from './safe-address.ts'

test.each(['https://example.org/a', 'http://example.org', 'mailto:a@example.org'])('%s may be a link', (address) =>
  expect(safeAddress(address)).toBe(address),
)
test.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', '//example.org', 'notes.txt', '', undefined])(
  '%j may not',
  (address) => expect(safeAddress(address)).toBeUndefined(),
)
