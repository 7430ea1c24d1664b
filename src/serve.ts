import type { AssistantSettings } from './app/assistant/assistant.ts'
import { localOwner } from './app/actor.ts'
import { defaultLimits } from './app/limits.ts'
import { openWend } from './app/open-wend.ts'
import { realWorld } from './app/real-world.ts'
import { demoIfEmpty } from './app/simulate-demo.ts'
import type { Log, Wend } from './app/wend.ts'
import { openLiveDoor } from './collab/live-door.ts'
import type { Job } from './contract/jobs.ts'
import { buildServer } from './http/build-server.ts'

export interface ServeOptions {
  readonly dataDirectory: string
  /** 0: any free one. */
  readonly port: number
  /** Put the demo company into an empty workspace. */
  readonly demo: boolean
  /** The built web app. */
  readonly webDirectory: string
  readonly uploadBytes?: number
  readonly engineMemory?: number
  /** Address of a PostgreSQL database for the state. Default: an SQLite file in the data directory. */
  readonly databaseUrl?: string
  /** An OpenAI-compatible endpoint. Default: none. */
  readonly assistant?: AssistantSettings
  readonly log?: Log
}

export interface Serving {
  /** Where to open it, such as http://127.0.0.1:4470 */
  readonly url: string
  /** The job that makes the demo company; null when there is none to make. */
  readonly demo: Job | null
  readonly wend: Wend
  /** Stops taking requests, lets those under way finish, ends jobs and closes the stores. */
  close(): Promise<void>
}

/** Why Wend could not start listening; the message says what to do. */
export class ServeError extends Error {
  readonly code: 'port_in_use' | 'port_not_allowed'
  constructor(code: ServeError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Nobody signs in yet, so nobody but this machine may reach Wend. */
const host = '127.0.0.1'

/**
 * Starts Wend on a data directory. Rejects with a `ServeError`, or with the errors of `openWend` when the directory is
 * in use or was written by a newer Wend.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const wend = await openWend({
    dataDirectory: options.dataDirectory,
    world: realWorld,
    limits: { uploadBytes: options.uploadBytes ?? defaultLimits.uploadBytes },
    ...(options.log && { log: options.log }),
    ...(options.engineMemory !== undefined && { engineMemory: options.engineMemory }),
    ...(options.databaseUrl !== undefined && { databaseUrl: options.databaseUrl }),
    ...(options.assistant && { assistant: options.assistant }),
  })
  try {
    const server = await buildServer(wend, { webDirectory: options.webDirectory })
    const live = openLiveDoor(wend, server.server)
    const url = await listen(server, options.port)
    const demo = options.demo ? await demoIfEmpty(localOwner, wend, 'shop') : null
    const close = async (): Promise<void> => {
      await live.close()
      await server.close()
      await wend.close()
    }
    return { url, demo, wend, close }
  } catch (error) {
    await wend.close()
    throw error
  }
}

async function listen(server: Awaited<ReturnType<typeof buildServer>>, port: number): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new ServeError(
        'port_in_use',
        `Port ${port} is taken by another program, perhaps by another Wend. Stop it, or choose another port with --port.`,
      )
    if (code === 'EACCES')
      throw new ServeError('port_not_allowed', `Port ${port} may not be used by this user. Choose one above 1023 with --port.`)
    throw error
  }
}
