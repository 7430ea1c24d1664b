import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import type { ProblemDetail } from '../contract/problem.ts'
import { Refusal } from '../app/refusal.ts'

/** Parses each part of a request by its schema; what does not fit is told field by field. */
export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart = 'body' }) =>
  (data: unknown) => {
    const result = schema.safeParse(data)
    if (result.success) return { value: result.data }
    const details = flatten(result.error.issues, [partNames[httpPart] ?? httpPart])
    return { error: new Refusal('bad_request', sentence(details), details.slice(0, 100)) }
  }

const partNames: Readonly<Record<string, string>> = { body: 'body', querystring: 'query', params: 'address' }

function sentence([first, ...others]: readonly ProblemDetail[]): string | undefined {
  if (!first) return undefined
  return `${first.field ?? 'The request'}: ${first.message}.${others.length > 0 ? ` And ${others.length} more.` : ''}`
}

/** Where one of several shapes was possible, the one with the fewest mistakes is probably the one that was meant. */
function flatten(issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[]): readonly ProblemDetail[] {
  return issues.flatMap((issue): readonly ProblemDetail[] => {
    const here = [...path, ...issue.path]
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
      return flatten(nearest, here)
    }
    return [{ field: here.map(String).join('.'), message: issue.message }]
  })
}

const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length))
