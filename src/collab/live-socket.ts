import type { Hocuspocus, WebSocketLike } from '@hocuspocus/server'
import type { RawData, WebSocket } from 'ws'
import type { Actor } from '../app/actor.ts'
import { can } from '../app/permission.ts'
import type { Log } from '../app/wend.ts'
import type { LiveContext } from './live-hooks.ts'

export interface LiveSocketParts {
  readonly hocuspocus: Hocuspocus<LiveContext>
  readonly actor: Actor
  /** Who it is by now: people change their names and roles. */
  readonly who: () => Promise<Actor>
  readonly limits: { readonly waitingBytes: number; readonly heartbeatMs: number }
  readonly log: Log
  readonly gone: () => void
}

/** Signs of life of the provider's protocol, one byte each: without one the browser thinks the server is gone. */
const ping = Uint8Array.of(9)
const pong = 10

/** Milliseconds that a client has to end a connection that is being closed. */
const closeMs = 1000

/** One browser tab's connection, over which it edits any number of maps. */
export class LiveSocket {
  readonly #webSocket: WebSocket
  readonly #parts: LiveSocketParts
  readonly #client: ReturnType<Hocuspocus<LiveContext>['handleConnection']>
  readonly #heartbeat: NodeJS.Timeout
  #alive = true

  constructor(webSocket: WebSocket, parts: LiveSocketParts) {
    this.#webSocket = webSocket
    this.#parts = parts
    const { hocuspocus, actor, limits, gone } = parts
    // The library wants a request; who asks is known already.
    this.#client = hocuspocus.handleConnection(this.#bounded(limits.waitingBytes), new Request('http://wend/'), { actor })
    this.#heartbeat = setInterval(() => void this.#beat(), limits.heartbeatMs)
    webSocket.on('message', (data) => this.#receive(data))
    webSocket.on('pong', () => this.#lives())
    webSocket.on('error', () => webSocket.terminate())
    webSocket.on('close', (code, reason) => {
      clearInterval(this.#heartbeat)
      this.#client.handleClose({ code, reason: reason.toString() })
      gone()
    })
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#webSocket.terminate(), closeMs)
      this.#webSocket.once('close', () => {
        clearTimeout(late)
        resolve()
      })
      this.#webSocket.close(1001, 'Wend is shutting down')
    })
  }

  #receive(data: RawData): void {
    this.#lives()
    const bytes = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as Buffer)
    if (bytes.byteLength === 1 && bytes[0] === pong) return
    this.#client.handleMessage(bytes)
  }

  #lives(): void {
    this.#alive = true
    this.#client.lastMessageReceivedAt = Date.now()
  }

  async #beat(): Promise<void> {
    if (!this.#alive) return this.#webSocket.terminate()
    this.#alive = false
    this.#webSocket.ping()
    this.#webSocket.send(ping)
    try {
      const { actor } = this.#parts
      const now = await this.#parts.who()
      const same = now.person.id === actor.person.id && now.person.name === actor.person.name
      // It comes back as who it is now, with what that role may do.
      if (!same || can(now, 'edit-map') !== can(actor, 'edit-map')) this.#webSocket.close(4401, 'who_you_are_changed')
    } catch (error) {
      this.#parts.log('Who is connected could not be looked up', error)
    }
  }

  /** Nobody who reads slowly fills the server's memory. */
  #bounded(waitingBytes: number): WebSocketLike {
    const webSocket = this.#webSocket
    return {
      get readyState() {
        return webSocket.readyState
      },
      send(data) {
        if (webSocket.bufferedAmount > waitingBytes) return webSocket.terminate()
        webSocket.send(data as Uint8Array)
      },
      close: (code, reason) => webSocket.close(code, reason),
    }
  }
}
