import { errors, type ErrorCode } from '../contract/errors.ts'
import type { ProblemDetail } from '../contract/problem.ts'

/** Why a use case refused: a code of the error table, a sentence for the person who asked, and what to mend. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly details: readonly ProblemDetail[]
  constructor(code: ErrorCode, message: string = errors[code].sentence, details: readonly ProblemDetail[] = []) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}
