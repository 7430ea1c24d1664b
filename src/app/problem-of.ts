import { errors, type ErrorCode } from '../contract/errors.ts'
import type { Problem } from '../contract/problem.ts'
import { EventStoreError } from '../events/event-store-error.ts'
import { StateStoreError, type StateStoreCode } from '../state/state-store-error.ts'
import { Refusal } from './refusal.ts'

/** What to tell a person about any error. An error that nobody expected says nothing of its cause: `unexpected` is true and the caller logs it. */
export function problemOf(error: unknown): { readonly problem: Problem; readonly unexpected: boolean } {
  const expected = expectedProblem(error)
  if (expected) return { problem: expected, unexpected: false }
  return { problem: { code: 'internal_error', message: errors.internal_error.sentence, details: [] }, unexpected: true }
}

function expectedProblem(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return { code: error.code, message: error.message, details: error.details.slice(0, 100) }
  if (error instanceof EventStoreError) return { code: error.code, message: error.message, details: [] }
  if (error instanceof StateStoreError) return { code: stateCodes[error.code], message: error.message, details: [] }
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled', message: errors.cancelled.sentence, details: [] }
  if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
    return { code: 'disk_full', message: errors.disk_full.sentence, details: [] }
  return undefined
}

const stateCodes: Readonly<Record<StateStoreCode, ErrorCode>> = {
  name_taken: 'definition_in_use',
  person_taken: 'person_in_use',
  last_owner: 'last_owner',
  unreachable: 'state_unreachable',
  in_use: 'data_directory_in_use',
  disk_full: 'disk_full',
  newer_version: 'data_directory_in_use',
}
