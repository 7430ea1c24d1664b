import type { beforeHandleAwarenessPayload, Configuration, Document, Hocuspocus } from '@hocuspocus/server'
import type { Actor } from '../app/actor.ts'
import type { LiveRoom } from '../app/live-maps.ts'
import { can } from '../app/permission.ts'
import { Refusal } from '../app/refusal.ts'
import { Denied } from './denied.ts'
import type { LiveDoorLimits, LiveWend } from './live-door.ts'
import { syncHooks } from './live-sync.ts'
import { livePerson, stampPresence } from './presence.ts'
import { Refusals } from './refusals.ts'

/** What the server knows of a connection. */
export interface LiveContext {
  readonly actor: Actor
}

const namePattern = /^map\/([A-Za-z0-9_-]{1,64})$/

/** Who may open which map, and what goes on while it is open. */
export function liveHooks(wend: LiveWend, limits: LiveDoorLimits): Partial<Configuration<LiveContext>> {
  const rooms = new WeakMap<Document, LiveRoom>()
  const refusals = new Refusals(wend.world.now)

  const admit = async (actor: Actor, documentName: string, instance: Hocuspocus): Promise<void> => {
    const map = mapOf(documentName)
    if (map === undefined || !can(actor, 'look')) throw new Denied('permission-denied')
    if (refusals.tooMany(actor)) throw new Denied('too_many_refusals')
    const document = instance.documents.get(documentName)
    if (document && document.getConnectionsCount() >= limits.peoplePerMap) throw new Denied('too_many_people')
    if (document && rooms.get(document)?.workspace !== actor.workspace) throw new Denied('permission-denied')
    const room = await enter(wend, actor, map)
    room.leave()
  }

  return {
    ...syncHooks(rooms, refusals),
    async onAuthenticate({ documentName, context, connectionConfig, instance }) {
      await admit(context.actor, documentName, instance)
      connectionConfig.readOnly = !can(context.actor, 'edit-map')
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
    async beforeHandleAwareness({ states, document, connection, context }: beforeHandleAwarenessPayload<LiveContext>) {
      if (!connection || !context) return states.clear()
      const own = document.getClients(connection) as ReadonlySet<number>
      stampPresence(livePerson(context.actor), { states, known: document.awareness.getStates(), own })
    },
  }
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

const mapOf = (documentName: string): string | undefined => namePattern.exec(documentName)?.[1]
