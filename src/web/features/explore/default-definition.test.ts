import { expect, test } from 'vitest'
import { defaultDefinition } from './default-definition.ts'

test('a definition that people made comes before one that Wend brings', () => {
  expect(
    defaultDefinition([
      { id: 'all', builtIn: true },
      { id: 'own', builtIn: false },
    ]),
  ).toBe('own')
  expect(defaultDefinition([{ id: 'all', builtIn: true }])).toBe('all')
  expect(defaultDefinition([])).toBeUndefined()
})
