import { applyUpdate, Doc } from 'yjs'
import { err, ok, type Result } from '../../journey/result.ts'

/** Stands in until src/document has its own: an update has to be readable, nothing more. */
export class DocumentGuard {
  readonly #shadow = new Doc()
  constructor(state: Uint8Array) {
    applyUpdate(this.#shadow, state)
  }

  check(update: Uint8Array, _as: 'client' | 'server'): Result<object, { readonly code: string; readonly message: string }> {
    try {
      applyUpdate(this.#shadow, update)
      return ok({})
    } catch {
      return err({ code: 'unreadable', message: 'This change cannot be read.' })
    }
  }
}
