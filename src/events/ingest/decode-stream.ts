import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TextEncoding } from '../../sources/sniff-bytes.ts'
import type { Preparation } from './prepare-limits.ts'
import { refuseFile } from './prepare-problem.ts'

/** A file's text in pieces, decoded; a byte order mark is left out, bytes that fit nothing become U+FFFD. */
export async function* decodeFile(path: string, encoding: TextEncoding, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const text = decoder.decode(chunk as Uint8Array, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** Writes pieces of text to a new file in the work folder, within the size limit, and returns its path. */
export async function writeMade(pieces: AsyncIterable<string | Uint8Array>, suffix: string, job: Preparation): Promise<string> {
  await mkdir(job.workDir, { recursive: true })
  const path = join(job.workDir, `${randomUUID()}.${suffix}`)
  job.made.push(path)
  await pipeline(
    Readable.from(withinLimit(pieces, job), { objectMode: true, highWaterMark: 4 }),
    createWriteStream(path, { highWaterMark: 1 << 20 }),
    { signal: job.signal },
  )
  return path
}

async function* withinLimit(pieces: AsyncIterable<string | Uint8Array>, job: Preparation): AsyncGenerator<string | Uint8Array> {
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    if (bytes > job.limits.maxUnpackedBytes) {
      throw refuseFile('too-large', job.name, {
        message: `holds more than ${job.limits.maxUnpackedBytes} bytes when unpacked, which is the limit: split it, or raise the limit`,
      })
    }
    yield piece
  }
}
