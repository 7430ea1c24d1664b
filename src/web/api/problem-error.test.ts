import { expect, test } from 'vitest'
import { toProblem } from './problem-error.ts'

test('a problem body keeps its code, sentence and details', () => {
  const problem = toProblem(
    422,
    JSON.stringify({ code: 'file_unreadable', message: 'Line 3 is cut off.', details: [{ file: 'a.csv', line: 3, message: 'cut off' }] }),
  )
  expect(problem.code).toBe('file_unreadable')
  expect(problem.message).toBe('Line 3 is cut off.')
  expect(problem.details[0]?.line).toBe(3)
})

test('a body that is no problem still gives a sentence', () => {
  expect(toProblem(500, '<html>').message).toContain('status 500')
  expect(toProblem(500, 'null').code).toBe('unreadable')
})

test('a gateway that finds no Wend counts as offline', () => {
  expect(toProblem(502, '').code).toBe('offline')
})
