import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { err, ok, type Result } from '../../journey/result.ts'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import { sniffBytes, type ByteKind } from '../../sources/sniff-bytes.ts'
import { unpackGzip } from './decode-gzip.ts'
import { defaultPrepareLimits, type Preparation, type PrepareOptions } from './prepare-limits.ts'
import { RefusedFile, refuseFile, systemProblem, type FileProblem } from './prepare-problem.ts'
import { prepareText } from './prepare-text.ts'

const sampleBytes = 256 * 1024

/**
 * Makes a file ready for the engine: finds out what it is from its content, unpacks and converts it where needed (into
 * `workDir`; a plain UTF-8 CSV, TSV, JSON lines or Parquet file is used where it lies), hashes it and reads its columns.
 * Streams throughout. The error says what is wrong with the file and what to do. Rejects only when aborted.
 */
export async function prepareFile(path: string, name: string, options: PrepareOptions): Promise<Result<PreparedFile, FileProblem>> {
  const limits = { ...defaultPrepareLimits, ...options.limits }
  let totalBytes = 0
  const job: Preparation = {
    name,
    workDir: options.workDir,
    limits,
    signal: options.signal,
    progress: (bytes) => options.onProgress?.({ bytes, totalBytes }),
    notes: [],
    made: [],
  }
  let kept: string | undefined
  try {
    totalBytes = await sizeOf(path, job)
    const prepared = await prepare(path, job)
    kept = prepared.path
    return ok({ ...prepared, bytes: totalBytes, notes: job.notes })
  } catch (error) {
    options.signal.throwIfAborted()
    if (error instanceof RefusedFile) return err(error.problem)
    const problem = systemProblem(error, name)
    if (problem) return err(problem)
    throw error
  } finally {
    await Promise.all(job.made.filter((made) => made !== kept).map((made) => rm(made, { force: true })))
  }
}

async function sizeOf(path: string, job: Preparation): Promise<number> {
  job.signal.throwIfAborted()
  const { name, limits } = job
  const found = await stat(path)
  if (found.isDirectory()) throw refuseFile('directory', name, { message: 'is a folder: name the files inside it' })
  if (!found.isFile())
    throw refuseFile('unreadable', name, { message: 'is no ordinary file (a pipe or a device): save its content to a file first' })
  if (found.size > limits.maxBytes)
    throw refuseFile('too-large', name, {
      message: `has ${found.size} bytes; the limit is ${limits.maxBytes}. Split it, or raise the limit`,
    })
  return found.size
}

async function prepare(path: string, job: Preparation): Promise<Omit<PreparedFile, 'bytes' | 'notes'>> {
  const kind = accepted(sniffBytes(await readHead(path)), job)
  switch (kind.kind) {
    case 'text':
      return prepareText(path, kind, job)
    case 'parquet':
      return parquet(path, await hashOf(path, job), job)
    case 'gzip': {
      const unpacked = await unpackGzip(path, job)
      const inner = accepted(sniffBytes(await readHead(unpacked.path)), job)
      if (inner.kind === 'gzip')
        throw refuseFile('archive', job.name, { message: 'is a gzip inside a gzip: unpack it once and import the result' })
      if (inner.kind === 'parquet') return parquet(unpacked.path, unpacked.sha256, job)
      return { ...(await prepareText(unpacked.path, inner, { ...job, progress: () => undefined })), sha256: unpacked.sha256 }
    }
  }
}

function accepted(kind: ByteKind, job: Preparation): Exclude<ByteKind, { readonly kind: 'refused' }> {
  if (kind.kind === 'refused') throw refuseFile(kind.code, job.name, { message: kind.reason })
  return kind
}

/** Columns are left to the engine, which reads Parquet itself; here only that the end of the file is there. */
async function parquet(path: string, sha256: string, job: Preparation): Promise<Omit<PreparedFile, 'bytes' | 'notes'>> {
  await using file = await open(path)
  const { size } = await file.stat()
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4))
  if (size < 12 || buffer.toString('latin1') !== 'PAR1')
    throw refuseFile('truncated', job.name, { message: 'is a Parquet file that ends too early. Fetch it again' })
  return { name: job.name, path, sha256, format: 'parquet', delimiter: '', columns: [], headerRows: 0 }
}

async function hashOf(path: string, job: Preparation): Promise<string> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal: job.signal })) {
    hash.update(chunk as Uint8Array)
    job.progress((bytes += (chunk as Uint8Array).length))
  }
  return hash.digest('hex')
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
  return buffer.subarray(0, bytesRead)
}
