import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { writeMade } from './decode-stream.ts'
import type { Preparation } from './prepare-limits.ts'
import { refuseFile } from './prepare-problem.ts'

/**
 * Unpacks a gzip file to the work folder while hashing what it reads. Refuses a bomb while it unpacks (by ratio and by
 * total), a gzip inside a gzip, and a file that ends too early.
 */
export async function unpackGzip(
  path: string,
  job: Preparation,
): Promise<{ readonly path: string; readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let packed = 0
  async function* read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18, signal: job.signal })) {
      hash.update(chunk as Uint8Array)
      packed += (chunk as Uint8Array).length
      job.progress(packed)
      yield chunk as Uint8Array
    }
  }
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  let made = ''
  try {
    await pipeline(
      read,
      gunzip,
      async (pieces: AsyncIterable<Uint8Array>) => {
        made = await writeMade(guarded(pieces, gunzip, job), 'unpacked', job)
      },
      { signal: job.signal },
    )
  } catch (error) {
    throw gzipProblem(error, job)
  }
  job.notes.push('unpacked from gzip')
  return { path: made, sha256: hash.digest('hex'), bytes: packed }
}

async function* guarded(
  pieces: AsyncIterable<Uint8Array>,
  gunzip: { readonly bytesWritten: number },
  job: Preparation,
): AsyncGenerator<Uint8Array> {
  const { maxRatio, ratioAfterBytes } = job.limits
  let bytes = 0
  for await (const piece of pieces) {
    if (bytes === 0 && piece[0] === 0x1f && piece[1] === 0x8b) {
      throw refuseFile('archive', job.name, { message: 'is a gzip inside a gzip: unpack it once and import the result' })
    }
    bytes += piece.length
    // bytesWritten counts what the unpacker has consumed, so the ratio is that of this moment, not of the file as it claims to be.
    if (bytes > ratioAfterBytes && bytes > maxRatio * Math.max(gunzip.bytesWritten, 1)) {
      const message = `unpacks to more than ${maxRatio} times its size, as a decompression bomb does: nothing was imported. If it is genuine, unpack it and import the result`
      throw refuseFile('bomb', job.name, { message })
    }
    yield piece
  }
}

function gzipProblem(error: unknown, job: Preparation): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'Z_BUF_ERROR')
    return refuseFile('truncated', job.name, { message: 'ends too early: the gzip file is cut off. Fetch it again' })
  if (typeof code === 'string' && code.startsWith('Z_'))
    return refuseFile('bad-content', job.name, { message: 'is a damaged gzip file. Fetch it again' })
  return error
}
