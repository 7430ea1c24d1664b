import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { countUtf8 } from '../../sources/sniff-bytes.ts'

/** What one pass over a file's bytes finds out. */
export interface FileScan {
  readonly sha256: string
  readonly bytes: number
  /** Multi-byte characters seen in the chunk that first failed to be UTF-8, and bytes that fit none; null when all is UTF-8. */
  readonly notUtf8: { readonly valid: number; readonly invalid: number } | null
  /** The count of double quotes is odd: perhaps one is not closed. */
  readonly oddQuotes: boolean
  /** Byte offset at which the header line stands a second time; −1 when it does not. */
  readonly headerAgain: number
}

export interface ScanOptions {
  readonly signal: AbortSignal
  readonly onBytes?: (bytes: number) => void
  /** The header's bytes without line end; empty: not looked for. */
  readonly header?: Uint8Array
}

const chunkSize = 1 << 20
// New bytes start at an offset that is a multiple of four; a character cut by the chunk's end is put right before them.
const start = 4

/** Reads a file once. All work on the bytes is native or four bytes a step: about the speed of the hash. */
export async function scanFile(path: string, { signal, onBytes, header }: ScanOptions): Promise<FileScan> {
  const hash = createHash('sha256')
  const buffer = Buffer.from(new ArrayBuffer(start + chunkSize))
  const words = new Uint32Array(buffer.buffer, start, chunkSize / 4)
  const repeats = new HeaderSearch(header ?? new Uint8Array())
  let notUtf8: FileScan['notUtf8'] = null
  let cut = 0
  let quotes = 0
  let bytes = 0
  await using file = await open(path)
  for (;;) {
    signal.throwIfAborted()
    const { bytesRead } = await file.read(buffer, start, chunkSize, bytes)
    const end = start + bytesRead
    if (bytesRead === 0) break
    hash.update(buffer.subarray(start, end))
    quotes ^= quoteParity(buffer, words, bytesRead)
    repeats.look(buffer.subarray(start, end), bytes)
    if (notUtf8 === null) {
      const next = cutLength(buffer.subarray(start - cut, end))
      const text = buffer.subarray(start - cut, end - next)
      if (!isUtf8(text)) notUtf8 = countUtf8(text)
      buffer.copyWithin(start - next, end - next, end)
      cut = next
    }
    bytes += bytesRead
    onBytes?.(bytes)
  }
  if (notUtf8 === null && cut > 0) notUtf8 = { valid: 0, invalid: cut }
  return { sha256: hash.digest('hex'), bytes, notUtf8, oddQuotes: quotes === 1, headerAgain: repeats.found }
}

/** 1 when the chunk holds an odd number of double quotes. Four bytes a step: a byte equal to `"` leaves 0x80 in its place. */
function quoteParity(buffer: Buffer, words: Uint32Array, length: number): number {
  const whole = length >> 2
  let marks = 0
  for (let i = 0; i < whole; i++) {
    const x = (words[i] as number) ^ 0x22222222
    marks ^= ~(((x & 0x7f7f7f7f) + 0x7f7f7f7f) | x | 0x7f7f7f7f)
  }
  let parity = ((marks >>> 7) ^ (marks >>> 15) ^ (marks >>> 23) ^ (marks >>> 31)) & 1
  for (let i = start + whole * 4; i < start + length; i++) if (buffer[i] === 0x22) parity ^= 1
  return parity
}

/** Bytes at the end that begin a character whose rest is in the next chunk: 0 to 3. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Looks for a line equal to the header after the first one, also where it lies across two chunks. */
class HeaderSearch {
  found = -1
  readonly #needle: Buffer
  #tail: Buffer = Buffer.alloc(0)

  constructor(header: Uint8Array) {
    this.#needle = header.length < 3 ? Buffer.alloc(0) : Buffer.concat([Buffer.from('\n'), header])
  }

  look(chunk: Buffer, offset: number): void {
    if (this.found >= 0 || this.#needle.length === 0) return
    const seam = Buffer.concat([this.#tail, chunk.subarray(0, this.#needle.length)])
    const inSeam = this.#indexIn(seam)
    const inChunk = inSeam < 0 ? this.#indexIn(chunk) : -1
    if (inSeam >= 0) this.found = offset - this.#tail.length + inSeam + 1
    else if (inChunk >= 0) this.found = offset + inChunk + 1
    this.#tail = Buffer.from(chunk.subarray(Math.max(0, chunk.length - this.#needle.length)))
  }

  #indexIn(bytes: Buffer): number {
    for (let at = bytes.indexOf(this.#needle); at >= 0; at = bytes.indexOf(this.#needle, at + 1)) {
      const after = bytes[at + this.#needle.length]
      if (after === 10 || after === 13) return at
    }
    return -1
  }
}
