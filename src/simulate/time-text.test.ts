import { expect, it } from 'vitest'
import { createRandom } from './random.ts'
import { secondsText, timeText } from './time-text.ts'

it('writes the same text as Date.toISOString for 20,000 moments', () => {
  const random = createRandom(3)
  for (let i = 0; i < 20_000; i++) {
    const ms = Math.floor(random.uniform() * 4e12) - 1e12
    expect(timeText(ms)).toBe(new Date(ms).toISOString())
  }
})

it('writes whole seconds with a space for help desks', () => {
  expect(secondsText(Date.UTC(2025, 1, 28, 23, 59, 59, 999))).toBe('2025-02-28 23:59:59')
})
