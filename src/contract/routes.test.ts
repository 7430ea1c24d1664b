import { describe, expect, test } from 'vitest'
import { errorCodes } from './errors.ts'
import type { RouteSpec } from './route.ts'
import { routes } from './routes.ts'

const specs: readonly (readonly [string, RouteSpec])[] = Object.entries(routes)

describe('the routes', () => {
  test('each have their own method and address', () => {
    const places = specs.map(([, spec]) => `${spec.method} ${spec.path}`)
    expect(new Set(places).size).toBe(places.length)
  })

  test('say what every parameter of their address is', () => {
    for (const [name, spec] of specs) expect([name, spec.path.includes('/:')]).toEqual([name, spec.params !== undefined])
  })

  test('name only errors of the table', () => {
    for (const [, spec] of specs) for (const code of spec.errors) expect(errorCodes).toContain(code)
  })

  test('bound every list that takes a page', () => {
    for (const [, spec] of specs) {
      if (!spec.query || !spec.query.safeParse({ limit: '10', offset: '0' }).success || spec.path.endsWith('uploads')) continue
      const told = spec.query.parse({}) as { readonly limit?: number; readonly offset?: number }
      expect([spec.path, spec.query.safeParse({ limit: '1001' }).success, told.offset]).toEqual([spec.path, false, 0])
      expect(told.limit).toBeGreaterThan(0)
      expect(told.limit).toBeLessThanOrEqual(100)
    }
  })

  test('change nothing with GET', () => {
    for (const [, spec] of specs) if (spec.method === 'GET') expect(spec.body).toBeUndefined()
  })
})
