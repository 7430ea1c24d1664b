import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'
import { actorOfCookie } from '../app/actor-of-cookie.ts'
import { refuseForeignHost, refuseForeignPage } from '../app/foreign-page.ts'
import { Refusal } from '../app/refusal.ts'
import type { Wend } from '../app/wend.ts'
import { errors } from '../contract/errors.ts'
import { liveDocumentName, livePath, type LiveMessage } from '../contract/live.ts'
import { liveHooks, type LiveContext } from './live-hooks.ts'
import { LiveSocket } from './live-socket.ts'

/** What the live door works with of Wend. */
export type LiveWend = Pick<Wend, 'live' | 'state' | 'world' | 'log'>

export interface LiveDoorLimits {
  /** Browser tabs connected at once. */
  readonly connections: number
  readonly peoplePerMap: number
  /** Bytes of one message; what is longer ends the connection. */
  readonly messageBytes: number
  /** Bytes that may wait for somebody who reads slowly; then the connection ends and starts again. */
  readonly waitingBytes: number
  /** Milliseconds between signs of life; who gave none since the last one is disconnected. */
  readonly heartbeatMs: number
}

const defaults: LiveDoorLimits = {
  connections: 2000,
  peoplePerMap: 300,
  messageBytes: 4_194_304,
  waitingBytes: 33_554_432,
  heartbeatMs: 20_000,
}

export interface LiveDoor {
  /** People connected now. */
  readonly connections: number
  /** Sends everybody away; they come back by themselves when Wend is there again. */
  close(): Promise<void>
}

/** Opens the live door on a server that listens, or will. */
export function openLiveDoor(wend: LiveWend, server: Server, more: Partial<LiveDoorLimits> = {}): LiveDoor {
  const limits = { ...defaults, ...more }
  const hocuspocus = new Hocuspocus<LiveContext>({
    ...liveHooks(wend, limits),
    quiet: true,
    timeout: 3 * limits.heartbeatMs,
    maxPendingDocuments: 10,
    maxUnauthenticatedQueueSize: 2 * limits.messageBytes,
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false })
  const open = new Set<LiveSocket>()
  wend.live.attach(audienceOf(hocuspocus))

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const gone = (): void => void socket.destroy()
    socket.on('error', gone)
    try {
      admit(request)
      if (open.size >= limits.connections) throw new Refusal('too_many_streams')
      const who = () => actorOfCookie(wend, request.headers.cookie)
      const actor = await who()
      if (socket.destroyed) return
      socket.off('error', gone)
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const live = new LiveSocket(webSocket, { hocuspocus, actor, who, limits, log: wend.log, gone: () => open.delete(live) })
        open.add(live)
      })
    } catch (error) {
      if (!(error instanceof Refusal)) wend.log('A live connection could not be opened', error)
      refuse(socket, error instanceof Refusal ? error : new Refusal('internal_error'))
    }
  }
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => void upgrade(request, socket, head)
  server.on('upgrade', onUpgrade)

  return {
    get connections() {
      return open.size
    },
    async close() {
      server.off('upgrade', onUpgrade)
      server.on('upgrade', (_request, socket: Duplex) => refuse(socket, new Refusal('shutting_down')))
      await Promise.all([...open].map((socket) => socket.close()))
      sockets.close()
    },
  }
}

/** A browser always says which page opens a WebSocket; unlike other reading, it is not kept from other pages. */
function admit({ headers, url = '' }: IncomingMessage): void {
  refuseForeignHost(headers)
  refuseForeignPage({ host: headers.host, origin: headers.origin })
  if (url.split('?', 1)[0] !== livePath) throw new Refusal('route_not_found')
}

function refuse(socket: Duplex, { code, message }: Refusal): void {
  const { status } = errors[code]
  const body = JSON.stringify({ code, message, details: [] })
  const head = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/problem+json; charset=utf-8`
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

function audienceOf(hocuspocus: Hocuspocus<LiveContext>): Parameters<LiveWend['live']['attach']>[0] {
  const documentOf = (map: string) => hocuspocus.documents.get(liveDocumentName(map))
  return {
    tell(_workspace, map, topic) {
      const message: LiveMessage = { kind: 'topic', topic }
      documentOf(map)?.broadcastStateless(JSON.stringify(message))
    },
    dismiss(_workspace, map) {
      for (const connection of documentOf(map)?.getConnections() ?? []) connection.close({ code: 4404, reason: 'map_deleted' })
    },
  }
}
