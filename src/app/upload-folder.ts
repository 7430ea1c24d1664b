import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from './refusal.ts'

const idPattern = /^[A-Za-z0-9_-]{1,64}$/
const checkEveryBytes = 64 * 1024 * 1024

export interface UploadLimits {
  readonly uploadBytes: number
  readonly freeBytes: number
}

/** Uploaded files on disk, one folder an upload, named by ids that Wend made: a person's file name never becomes a path. */
export class UploadFolder {
  readonly #directory: string
  constructor(directory: string) {
    this.#directory = directory
  }

  pathOf(id: string): string {
    return join(this.#folderOf(id), 'content')
  }

  /** Where files made from this upload (unpacked, decoded) go; removed with it. */
  workOf(id: string): string {
    return join(this.#folderOf(id), 'work')
  }

  /** Streams bytes to disk and returns how many; they are durable when it returns. On any failure nothing is left. */
  async write(id: string, bytes: AsyncIterable<Uint8Array>, how: UploadLimits & { readonly signal: AbortSignal }): Promise<number> {
    const folder = this.#folderOf(id)
    await mkdir(folder, { recursive: true })
    const part = join(folder, 'part')
    let total = 0
    const guarded = async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      let checkedAt = -checkEveryBytes
      for await (const chunk of source) {
        total += chunk.byteLength
        if (total > how.uploadBytes)
          throw new Refusal(
            'upload_too_large',
            `The file is larger than ${how.uploadBytes} bytes, the most this Wend accepts. Split it, or raise WEND_MAX_UPLOAD_BYTES.`,
          )
        if (total - checkedAt >= checkEveryBytes) {
          checkedAt = total
          const disk = await statfs(folder)
          if (disk.bavail * disk.bsize < how.freeBytes) throw new Refusal('disk_full')
        }
        yield chunk
      }
    }
    try {
      await pipeline(bytes, guarded, createWriteStream(part), { signal: how.signal })
      await using file = await open(part, 'r+')
      await file.sync()
      await rename(part, this.pathOf(id))
    } catch (error) {
      await this.remove(id)
      throw error
    }
    return total
  }

  async remove(id: string): Promise<void> {
    await rm(this.#folderOf(id), { recursive: true, force: true })
  }

  /** Ids of everything on disk. */
  async list(): Promise<readonly string[]> {
    await mkdir(this.#directory, { recursive: true })
    const entries = await readdir(this.#directory)
    return entries.filter((entry) => idPattern.test(entry))
  }

  /** A fresh empty folder for one job's files. Remove it with `remove`. */
  async scratch(id: string): Promise<string> {
    await mkdir(this.#folderOf(id), { recursive: true })
    return this.#folderOf(id)
  }

  #folderOf(id: string): string {
    if (!idPattern.test(id)) throw new Refusal('upload_not_found')
    return join(this.#directory, id)
  }
}
