import { expect, test } from 'vitest'
import { evidenceValue } from './evidence-value.ts'

test.each([
  ['exit rate', 0.25, '25\u00a0%'],
  ['median time to next', 86_400_000, '1\u00a0day'],
  ['mean score', -0.5, '−0.50'],
  ['journeys', 1234, '1,234'],
  // Was read as a rate because of the word reach: 180,500 %.
  ['journeys that reach it', 1805, '1,805'],
  ['journeys that reach it', 1, '1'],
  // Was read as a rate because "percentile" holds "percent".
  ['90th percentile of the time in the stage, ms', 86_400_000, '1\u00a0day'],
  ['median time to the next event after Rate us', 86_400_000, '1\u00a0day'],
])('%s of %d reads %s', (label, value, text) => expect(evidenceValue(label, value)).toBe(text))
