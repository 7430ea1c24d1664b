import { OutgoingMessage, type Connection, type Document } from '@hocuspocus/server'
import type { LiveMessage } from '../contract/live.ts'

interface State {
  /** Updates came that are not stored, so that what builds on them cannot be checked. */
  gap: boolean
  /** Messages for which the client still waits for an acknowledgement. */
  unanswered: number
  /** Questions of the server that the client has not answered. */
  asked: number
  attempts: number
  timer: NodeJS.Timeout | undefined
  /** The gap came with the tab: what it waits for is not known, and nothing is acknowledged twice. */
  uncounted: boolean
  ended: boolean
}

/** Changes of one connection that may come without what they build on, before it is no accident. */
const mostMissed = 20

/** Milliseconds until the server asks again for what it could not store. */
const firstAgainMs = 500
const longestAgainMs = 5000

/**
 * Connections whose changes could not be stored. While `hold` is on, the library answers "not saved" and applies
 * nothing. The server asks for everything it lacks again and again, until it could store it.
 */
export class Unsaved {
  readonly #states = new Map<Connection, State>()
  readonly #missed = new WeakMap<Connection, number>()

  has(connection: Connection): boolean {
    return this.#states.get(connection)?.gap ?? false
  }

  /** The message that is being handled is neither applied nor acknowledged. */
  hold(connection: Connection, { answers = false } = {}): void {
    const state = this.#stateOf(connection)
    connection.readOnly = true
    // An answer to the server's own question is not waited for.
    if (answers && state.asked > 0) state.asked -= 1
    else if (!state.uncounted) state.unanswered += 1
  }

  /**
   * A tab that comes back may first send what was typed last, before the server could ask for what came before it. The
   * change is held until the answer brings all; it is not counted, for the tab starts its own count anew when it comes
   * back. False when it happens too often.
   */
  missed(connection: Connection): boolean {
    const times = (this.#missed.get(connection) ?? 0) + 1
    this.#missed.set(connection, times)
    if (times > mostMissed) return false
    connection.readOnly = true
    this.#stateOf(connection).uncounted = true
    this.askAgain(connection)
    return true
  }

  askAgain(connection: Connection): void {
    const state = this.#stateOf(connection)
    state.gap = true
    if (state.timer) return
    const wait = Math.min(firstAgainMs * 2 ** state.attempts, longestAgainMs)
    state.attempts += 1
    state.timer = setTimeout(() => {
      state.timer = undefined
      state.asked += 1
      const { document, messageAddress } = connection
      connection.send(new OutgoingMessage(messageAddress).createSyncMessage().writeFirstSyncStepFor(document).toUint8Array())
    }, wait).unref()
  }

  /** The client has sent everything again, and it is stored. */
  saved(connection: Connection): void {
    const state = this.#stateOf(connection)
    // The library acknowledges the answer itself.
    const more = state.asked > 0 ? state.unanswered - 1 : state.unanswered
    this.#drop(connection)
    for (let index = 0; index < more; index++)
      connection.send(new OutgoingMessage(connection.messageAddress).writeSyncStatus(true).toUint8Array())
    const message: LiveMessage = { kind: 'saved_again' }
    connection.sendStateless(JSON.stringify(message))
  }

  /** The client starts over, and waits for one answer only. */
  restart(connection: Connection): void {
    const state = this.#states.get(connection)
    if (state) state.unanswered = 0
  }

  /** After this message the connection ends. */
  end(connection: Connection): void {
    this.#stateOf(connection).ended = true
  }

  /** After each message: true when the connection is to end. */
  release(connection: Connection): boolean {
    const state = this.#states.get(connection)
    if (!state) return false
    // What it sent after a refused update stays unheard.
    if (state.ended) return connection.document.hasConnection(connection)
    connection.readOnly = false
    return false
  }

  waiting(): readonly Connection[] {
    return [...this.#states.keys()]
  }

  forget(connection: Connection, document: Document): void {
    if (connection.document === document) this.#drop(connection)
  }

  #drop(connection: Connection): void {
    clearTimeout(this.#states.get(connection)?.timer)
    this.#states.delete(connection)
  }

  #stateOf(connection: Connection): State {
    let state = this.#states.get(connection)
    if (!state)
      this.#states.set(
        connection,
        (state = { gap: false, unanswered: 0, asked: 0, attempts: 0, timer: undefined, uncounted: false, ended: false }),
      )
    return state
  }
}
