import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const hashPattern = /^[0-9a-f]{64}$/

/** Pictures on disk, one file for the same bytes, named by their SHA-256: a person's file name never becomes a path. */
export class AssetFolder {
  readonly #directory: string
  #parts = 0
  constructor(directory: string) {
    this.#directory = directory
  }

  /** Keeps the bytes and returns their SHA-256; they are durable when it returns. */
  async write(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const path = this.#pathOf(hash)
    if (await sizeOf(path)) return hash
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const part = `${path}.${process.pid}-${++this.#parts}.part`
    try {
      await using file = await open(part, 'wx', 0o600)
      await file.writeFile(bytes)
      await file.sync()
      await rename(part, path)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    // A new name is durable only when the folders that hold it are.
    for (const folder of [dirname(path), this.#directory, dirname(this.#directory)]) {
      await using held = await open(folder)
      await held.sync()
    }
    return hash
  }

  /** Undefined when there is no such picture. */
  async read(hash: string): Promise<Uint8Array | undefined> {
    if (!hashPattern.test(hash)) return undefined
    try {
      return await readFile(this.#pathOf(hash))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  #pathOf(hash: string): string {
    return join(this.#directory, hash.slice(0, 2), hash)
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
