import { Worker } from 'node:worker_threads'
import { slots } from './slots.ts'
import type { AsideInput, AsideName, AsideResult } from './tasks.ts'

export interface AsideOptions {
  readonly signal: AbortSignal
  readonly onProgress?: (share: number) => void
}
export type RunAside = <Name extends AsideName>(name: Name, input: AsideInput<Name>, options: AsideOptions) => Promise<AsideResult<Name>>

/** What the thread tells. */
export type AsideMessage = { readonly share: number } | { readonly result: unknown } | { readonly failed: unknown }

/** Threads at a time; the server's own needs a core too. */
const take = slots(2)
const mostMegabytes = 3072

/** Runs a task in a thread of its own; it ends at once when the signal aborts. Rejects with what the task threw, or with the abort. */
export const runAside: RunAside = (name, input, options) => take(() => inThread(name, input, options), options.signal)

async function inThread<Name extends AsideName>(
  name: Name,
  input: AsideInput<Name>,
  { signal, onProgress }: AsideOptions,
): Promise<AsideResult<Name>> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<AsideResult<Name>>()
  const worker = new Worker(new URL('aside-thread.ts', import.meta.url), {
    workerData: { name, input },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const stop = (): void => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  worker.on('message', (message: AsideMessage) => {
    if ('share' in message) onProgress?.(message.share)
    else if ('failed' in message) reject(message.failed as Error)
    else resolve(message.result as AsideResult<Name>)
  })
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the thread of ${String(name)} ended with code ${code}`)))
  try {
    return await promise
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
