import type { LiveReason } from '../contract/live.ts'

/** Why somebody is not let in. It has no message: the library would write one into the server's log. */
export class Denied extends Error {
  readonly reason: LiveReason
  constructor(reason: LiveReason) {
    super('')
    this.reason = reason
  }
}
