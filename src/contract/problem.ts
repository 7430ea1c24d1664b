import { z } from 'zod'
import { errorCodes, type ErrorCode } from './errors.ts'

/** One thing to mend: where (a field, a file and line) and what. */
export const problemDetailSchema = z
  .object({
    field: z.exactOptional(z.string()).describe('Path of the field, such as `question.limit`'),
    file: z.exactOptional(z.string()),
    line: z.exactOptional(z.int()).describe('1-based line of the file or of the recipe text'),
    message: z.string(),
  })
  .meta({ id: 'ProblemDetail' })
export type ProblemDetail = z.output<typeof problemDetailSchema>

/** The body of every error, sent as application/problem+json. */
export const problemSchema = z
  .object({
    code: z.enum(errorCodes as unknown as readonly [ErrorCode, ...ErrorCode[]]),
    message: z.string().describe('A sentence for the person who asked, with what to do next'),
    details: z.array(problemDetailSchema).max(100),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof problemSchema>
