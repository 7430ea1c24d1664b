import type { beforeSyncPayload, Configuration, Connection, Document } from '@hocuspocus/server'
import type { LiveProblem, LiveRoom } from '../app/live-maps.ts'
import type { LiveMessage, LiveReason } from '../contract/live.ts'
import { guardLimits } from '../document/guard-limits.ts'
import { Denied } from './denied.ts'
import type { LiveContext } from './live-hooks.ts'
import type { Refusals } from './refusals.ts'
import { Unsaved } from './unsaved.ts'

/** Sync messages of the protocol: what somebody has, what the other lacks; anything else is one change. */
const syncStep1 = 0
const syncStep2 = 1
/** Bytes of an update that brings nothing. */
const emptyUpdate = 2

type SyncHooks = Required<Pick<Configuration<LiveContext>, 'beforeSync' | 'afterHandleMessage' | 'onDisconnect'>>

/** What happens between a change and its acknowledgement: is it valid, is it on disk, then to everybody. */
export function syncHooks(rooms: WeakMap<Document, LiveRoom>, refusals: Refusals): SyncHooks {
  const unsaved = new Unsaved()
  return {
    async beforeSync({ type, payload, connection, document, context }: beforeSyncPayload<LiveContext>) {
      if (type === syncStep1) return unsaved.restart(connection)
      if (connection.readOnly) return
      const answers = type === syncStep2
      // What comes after a lost update builds on it: only the answer to the server's question holds both.
      if (!answers && unsaved.has(connection)) return unsaved.hold(connection)
      const room = rooms.get(document)
      if (!room) throw new Denied('permission-denied')
      const problem = await take(room, { update: payload, answers, by: context.actor.person.name })
      if (!problem) return answers && unsaved.has(connection) ? unsaved.saved(connection) : undefined
      if (problem.code === 'incomplete' && !answers && unsaved.missed(connection)) return
      tell(connection, problem)
      unsaved.hold(connection, { answers })
      if (problem.kind === 'not_saved') return unsaved.askAgain(connection)
      refusals.add(context.actor)
      unsaved.end(connection)
    },
    async afterHandleMessage({ connection }) {
      if (unsaved.release(connection)) connection.close({ code: 4403, reason: 'refused' satisfies LiveReason })
    },
    async onDisconnect({ document }) {
      for (const connection of unsaved.waiting()) if (!document.hasConnection(connection)) unsaved.forget(connection, document)
    },
  }
}

interface Taking {
  readonly update: Uint8Array
  /** It answers the question what the server lacks. */
  readonly answers: boolean
  readonly by: string
}

async function take(room: LiveRoom, { update, answers, by }: Taking): Promise<LiveProblem | undefined> {
  if (update.byteLength <= emptyUpdate) return undefined
  // Who connects says everything ever deleted again; nothing of it is new.
  if (answers && knows(room, update)) return undefined
  if (!answers && update.byteLength > guardLimits.updateBytes) return tooLarge
  const taken = await room.receive(update.slice(), by)
  return taken.ok ? undefined : taken.error
}

const tooLarge: LiveProblem = {
  kind: 'refused',
  code: 'too_large',
  message: 'This change is too large. Make it in smaller parts.',
}

function knows(room: LiveRoom, update: Uint8Array): boolean {
  try {
    return room.knows(update)
  } catch {
    // It cannot even be read; the guard says so.
    return false
  }
}

function tell(connection: Connection<LiveContext>, { kind, code, message }: LiveProblem): void {
  const said: LiveMessage = kind === 'refused' ? { kind, code, message, refused: message } : { kind, message }
  connection.sendStateless(JSON.stringify(said))
}
