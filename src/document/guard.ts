import * as Y from 'yjs'
import { err, ok, type Result } from '../journey/result.ts'
import { checkChanges, type Touched } from './check-changes.ts'
import { checkStructs } from './check-structs.ts'
import { type GuardLimits, guardLimits, type GuardRefusal, Refused } from './guard-limits.ts'
import { type Roots, rootsOf } from './roots.ts'

/** Accepted updates that are kept one by one before they are joined into one state. */
const mostKept = { updates: 2_000, bytes: 2_000_000 }

interface Shadow {
  readonly doc: Y.Doc
  readonly roots: Roots
}

/**
 * Lets only such updates pass that leave the document a valid map. It holds a copy of the document, applies each update to
 * it and looks at what that changed; after a refusal the copy is made again from what was accepted, which costs as much as
 * loading the map: limit how often somebody may be refused. A client that was refused has to discard its copy.
 */
export class DocumentGuard {
  readonly #limits: GuardLimits
  #state: Uint8Array
  #accepted: Uint8Array[] = []
  #bytes = 0
  #shadow: Shadow | undefined

  constructor(state: Uint8Array, limits: Partial<GuardLimits> = {}) {
    this.#limits = { ...guardLimits, ...limits }
    this.#state = state
  }

  /** What the update touches; or why it is refused, and then nothing has happened. What comes again is accepted as no change. */
  check(update: Uint8Array, as: 'client' | 'server'): Result<Touched, GuardRefusal> {
    try {
      if (as === 'client' && update.byteLength > this.#limits.updateBytes) throw new Refused('too_large', '')
      checkStructs(update)
    } catch (error) {
      return refusalOf(error)
    }
    try {
      return ok(this.#try(update, as))
    } catch (error) {
      this.#shadow = undefined
      return refusalOf(error)
    }
  }

  /** The document as accepted: the same as the state given at first with every accepted update. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#current().doc)
  }

  #try(update: Uint8Array, as: 'client' | 'server'): Touched {
    const { doc, roots } = this.#current()
    const transaction = applied(doc, update)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Refused('incomplete', '')
    if (doc.subdocs.size > 0) throw new Refused('not_in_shape', 'a document in a document')
    const touched = checkChanges({ roots, transaction, as, limits: this.#limits })
    const { beforeState, afterState, deleteSet } = transaction
    const grew = [...afterState].some(([client, clock]) => clock !== (beforeState.get(client) ?? 0))
    if (grew || deleteSet.clients.size > 0) this.#keep(update)
    return touched
  }

  #current(): Shadow {
    if (this.#shadow) return this.#shadow
    const doc = new Y.Doc()
    const roots = rootsOf(doc)
    doc.transact(() => [this.#state, ...this.#accepted].forEach((update) => Y.applyUpdate(doc, update)))
    return (this.#shadow = { doc, roots })
  }

  #keep(update: Uint8Array): void {
    this.#accepted.push(update)
    this.#bytes += update.byteLength
    if (this.#accepted.length < mostKept.updates && this.#bytes < mostKept.bytes) return
    this.#state = this.state()
    this.#accepted = []
    this.#bytes = 0
  }
}

function applied(doc: Y.Doc, update: Uint8Array): Y.Transaction {
  try {
    return doc.transact((transaction) => {
      Y.applyUpdate(doc, update)
      return transaction
    })
  } catch {
    throw new Refused('unreadable', '')
  }
}

function refusalOf(error: unknown): { readonly ok: false; readonly error: GuardRefusal } {
  if (error instanceof Refused) return err(error.refusal)
  throw error
}
