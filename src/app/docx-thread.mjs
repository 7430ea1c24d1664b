// The thread of read-docx.ts: takes a document, posts its text, or nothing when it cannot be read.
import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'

try {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(workerData) })
  parentPort?.postMessage(value)
} catch {
  parentPort?.postMessage(null)
}
