import { describe, expect, test } from 'vitest'
import { errorCodes, errors } from './errors.ts'

describe('the error table', () => {
  test('gives every code a snake_case name, an error status and a sentence that ends', () => {
    for (const code of errorCodes) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
      expect(errors[code].status).toBeGreaterThanOrEqual(400)
      expect(errors[code].sentence).toMatch(/\.$/)
    }
  })
})
