import type { ErrorCode } from '../../contract/errors.ts'
import type { Problem, ProblemDetail } from '../../contract/problem.ts'

/** What went wrong with a request, with a sentence that says what to do. `offline`: Wend did not answer at all. */
export class ProblemError extends Error {
  readonly code: ErrorCode | 'offline' | 'unreadable'
  readonly details: readonly ProblemDetail[]
  constructor(code: ProblemError['code'], message: string, details: readonly ProblemDetail[] = []) {
    super(message)
    this.name = 'ProblemError'
    this.code = code
    this.details = details
  }
}

export const offlineProblem = (): ProblemError =>
  new ProblemError('offline', 'Wend does not answer. Check that it is still running in its terminal; this page tries again by itself.')

/** Reads the body of a failed reply; a body that is no problem becomes a plain sentence with the status. */
export function toProblem(status: number, body: string): ProblemError {
  const problem = parsed(body)
  if (problem) return new ProblemError(problem.code, problem.message, problem.details)
  if (status === 502 || status === 504) return offlineProblem()
  return new ProblemError('unreadable', `Wend answered with status ${status} and without an explanation. Its terminal shows the cause.`)
}

function parsed(body: string): Problem | undefined {
  try {
    const value = JSON.parse(body) as Partial<Problem> | null
    return value && typeof value.code === 'string' && typeof value.message === 'string' ? ({ details: [], ...value } as Problem) : undefined
  } catch {
    return undefined
  }
}
