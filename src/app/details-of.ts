import type { z } from 'zod'
import type { ProblemDetail } from '../contract/problem.ts'

/** What a schema found wrong, field by field. */
export function detailsOf(error: z.core.$ZodError, root: string): readonly ProblemDetail[] {
  return error.issues
    .slice(0, 100)
    .map((issue) => ({ field: [root, ...issue.path.map(String)].filter((part) => part !== '').join('.'), message: issue.message }))
}
