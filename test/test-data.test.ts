import { afterEach, expect, test, vi } from 'vitest'
import { testData } from './test-data.ts'

afterEach(() => vi.unstubAllEnvs())

test('finds the real logs', () => {
  expect(testData('logs', 'sepsis.csv')).toMatch(/sepsis\.csv$/)
})

test('says what to set when the data is missing, instead of skipping', () => {
  vi.stubEnv('WEND_TEST_DATA', '/nowhere')
  expect(() => testData('logs')).toThrow('/nowhere/logs does not exist. Put the data there, or set WEND_TEST_DATA')
})
