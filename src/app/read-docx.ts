import { Worker } from 'node:worker_threads'
import { zipHoldsAtMost } from './check-zip.ts'

/** A text of 2 MB is at most this large as a document; what unpacks to more is made to harm. */
const mostUnpacked = 24_000_000
const mostMs = 20_000

/**
 * The words of a Word document, a line a paragraph; undefined when it is damaged, too large or not one. It is read in a
 * thread of its own with limits of memory and time, so that no document can stop Wend.
 */
export async function readDocx(bytes: Uint8Array): Promise<string | undefined> {
  const zip = Buffer.from(bytes)
  if (!(await zipHoldsAtMost(zip, mostUnpacked, (name) => !name.startsWith('word/media/')))) return undefined
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const worker = new Worker(new URL('docx-thread.mjs', import.meta.url), {
    workerData: zip,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  })
  const late = setTimeout(() => resolve(undefined), mostMs)
  worker.once('message', (text: unknown) => resolve(typeof text === 'string' ? text : undefined))
  worker.once('error', () => resolve(undefined))
  worker.once('exit', () => resolve(undefined))
  try {
    return await promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
