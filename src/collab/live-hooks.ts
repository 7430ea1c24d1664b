import type { beforeHandleAwarenessPayload, beforeSyncPayload, Configuration, Connection, Document } from '@hocuspocus/server'
import type { Actor } from '../app/actor.ts'
import type { LiveProblem, LiveRoom } from '../app/live-maps.ts'
import { can } from '../app/permission.ts'
import { Refusal } from '../app/refusal.ts'
import type { LiveMessage, LiveReason } from '../contract/live.ts'
import type { LiveDoorLimits, LiveWend } from './live-door.ts'
import { livePerson, stampPresence } from './presence.ts'
import { Refusals } from './refusals.ts'
import { Unsaved } from './unsaved.ts'

/** What the server knows of a connection. */
export interface LiveContext {
  readonly actor: Actor
}

/** Sync messages of the protocol: what somebody has, what the other lacks, and one change. */
const syncStep1 = 0
const syncStep2 = 1
const namePattern = /^map\/([A-Za-z0-9_-]{1,64})$/
/** Bytes of an update that brings nothing. */
const emptyUpdate = 2

/** Why somebody is not let in. It has no message: the library would write one into the server's log. */
class Denied extends Error {
  readonly reason: LiveReason
  constructor(reason: LiveReason) {
    super('')
    this.reason = reason
  }
}

/** What happens between a message and the map: may they, is it valid, is it on disk, then to everybody. */
export function liveHooks(wend: LiveWend, limits: LiveDoorLimits): Partial<Configuration<LiveContext>> {
  const rooms = new WeakMap<Document, LiveRoom>()
  const refusals = new Refusals(wend.world.now)
  const unsaved = new Unsaved()

  const receive = async ({ type, payload, connection, document, context }: beforeSyncPayload<LiveContext>): Promise<void> => {
    if (type === syncStep1) return unsaved.restart(connection)
    if (connection.readOnly) return
    // What comes after a lost update builds on it: only the answer to the server's question holds both.
    if (type !== syncStep2 && unsaved.has(connection)) return unsaved.hold(connection)
    const problem = await take({ type, payload, document, by: context.actor.person.name })
    if (!problem) {
      if (type === syncStep2 && unsaved.has(connection)) unsaved.saved(connection)
      return
    }
    tell(connection, problem)
    unsaved.hold(connection, { answers: type === syncStep2 })
    if (problem.kind === 'not_saved') return unsaved.askAgain(connection)
    refusals.add(keyOf(context.actor))
    unsaved.end(connection)
  }

  const take = async ({ type, payload, document, by }: Taking): Promise<LiveProblem | undefined> => {
    const room = rooms.get(document)
    if (!room) throw new Denied('permission-denied')
    if (payload.byteLength <= emptyUpdate) return undefined
    // Who connects says everything ever deleted again; nothing of it is new.
    if (type === syncStep2 && knows(room, payload)) return undefined
    const taken = await room.receive(payload.slice(), by)
    return taken.ok ? undefined : taken.error
  }

  return {
    async onAuthenticate({ documentName, context, connectionConfig, instance }) {
      const { actor } = context
      const map = mapOf(documentName)
      if (map === undefined || !can(actor, 'look')) throw new Denied('permission-denied')
      if (refusals.tooMany(keyOf(actor))) throw new Denied('too_many_refusals')
      const document = instance.documents.get(documentName)
      if (document && document.getConnectionsCount() >= limits.peoplePerMap) throw new Denied('too_many_people')
      if (document && rooms.get(document)?.workspace !== actor.workspace) throw new Denied('permission-denied')
      const room = await enter(wend, actor, map)
      room.leave()
      connectionConfig.readOnly = !can(actor, 'edit-map')
    },
    async onLoadDocument({ document, documentName, context }) {
      try {
        const room = await enter(wend, context.actor, mapOf(documentName) ?? '')
        room.adopt(document)
        rooms.set(document, room)
        document.once('destroy', () => room.leave())
      } catch (error) {
        document.destroy()
        throw error
      }
    },
    async connected({ connection }) {
      // The last one left in the very moment in which this one came.
      if (connection.document.isDestroyed) connection.webSocket.close(4205, 'again')
    },
    beforeSync: receive,
    async afterHandleMessage({ connection }) {
      if (unsaved.release(connection)) connection.close({ code: 4403, reason: 'refused' satisfies LiveReason })
    },
    async beforeHandleAwareness({ states, document, connection, context }: beforeHandleAwarenessPayload<LiveContext>) {
      if (!connection || !context) return states.clear()
      const own = document.getClients(connection) as ReadonlySet<number>
      stampPresence(livePerson(context.actor), { states, known: document.awareness.getStates(), own })
    },
    async onDisconnect({ document }) {
      for (const connection of unsaved.waiting()) if (!document.hasConnection(connection)) unsaved.forget(connection, document)
    },
  }
}

interface Taking {
  readonly type: number
  readonly payload: Uint8Array
  readonly document: Document
  readonly by: string
}

/** Whether the map is missing or somebody else's is not told. */
async function enter(wend: LiveWend, actor: Actor, map: string): Promise<LiveRoom> {
  try {
    return await wend.live.enter(actor.workspace, map)
  } catch (error) {
    if (!(error instanceof Refusal)) wend.log(`Map ${map} could not be opened`, error)
    throw new Denied(error instanceof Refusal && error.code === 'too_many_maps_open' ? 'too_many_people' : 'permission-denied')
  }
}

function tell(connection: Connection<LiveContext>, { kind, code, message }: LiveProblem): void {
  const said: LiveMessage = kind === 'refused' ? { kind, code, message, refused: message } : { kind, message }
  connection.sendStateless(JSON.stringify(said))
}

function knows(room: LiveRoom, update: Uint8Array): boolean {
  try {
    return room.knows(update)
  } catch {
    // It cannot even be read; the guard says so.
    return false
  }
}

const mapOf = (documentName: string): string | undefined => namePattern.exec(documentName)?.[1]
const keyOf = ({ workspace, person }: Actor): string => `${workspace}/${person.id}`
