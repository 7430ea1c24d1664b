export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'

/** A picture's size in pixels, and where its bytes end: programs hide archives and scripts behind that. */
export interface PictureParts {
  readonly width: number
  readonly height: number
  readonly end: number
}
interface PictureFormat {
  readonly type: PictureType
  readonly starts: (bytes: Uint8Array) => boolean
  /** Walks the picture from block to block; undefined when it is damaged or cut off. */
  readonly read: (bytes: Uint8Array) => PictureParts | undefined
}

export const pictureParts: readonly PictureFormat[] = [
  { type: 'image/png', starts: (bytes) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), read: readPng },
  { type: 'image/jpeg', starts: (bytes) => begins(bytes, [0xff, 0xd8, 0xff]), read: readJpeg },
  { type: 'image/webp', starts: (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP', read: readWebp },
  { type: 'image/gif', starts: (bytes) => /^GIF8[79]a/.test(text(bytes, 0, 6)), read: readGif },
]

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)
const text = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length))
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function readPng(bytes: Uint8Array): PictureParts | undefined {
  const view = viewOf(bytes)
  if (bytes.length < 33 || view.getUint32(8) !== 13 || text(bytes, 12, 4) !== 'IHDR') return undefined
  let drawn = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const kind = text(bytes, at + 4, 4)
    at += view.getUint32(at) + 12
    drawn ||= kind === 'IDAT'
    if (kind === 'IEND') return drawn && at <= bytes.length ? { width: view.getUint32(16), height: view.getUint32(20), end: at } : undefined
  }
  return undefined
}

/** Frames of these markers begin with the size; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

function readJpeg(bytes: Uint8Array): PictureParts | undefined {
  const view = viewOf(bytes)
  let size: { readonly width: number; readonly height: number } | undefined
  let drawn = false
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) return size && drawn ? { ...size, end: at + 2 } : undefined
    if (standsAlone(marker)) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return undefined
    const length = view.getUint16(at + 2)
    if (length < 2) return undefined
    if (isFrame(marker)) {
      if (at + 9 > bytes.length) return undefined
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + length
    if (marker !== 0xda) continue
    drawn = true
    at = afterScan(bytes, at)
  }
  return undefined
}

/** Where the next marker stands: in a scan FF 00 is a byte and FF D0…D7 are restarts. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at++
  }
  return bytes.length
}

function readWebp(bytes: Uint8Array): PictureParts | undefined {
  if (bytes.length < 30) return undefined
  const view = viewOf(bytes)
  const size = view.getUint32(4, true)
  const end = 8 + size + (size & 1)
  if (end > bytes.length || size < 22) return undefined
  switch (text(bytes, 12, 4)) {
    case 'VP8 ':
      if (!begins(bytes.subarray(23), [0x9d, 0x01, 0x2a])) return undefined
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, end }
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return undefined
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, end }
    }
    case 'VP8X':
      return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8), end }
    default:
      return undefined
  }
}

function readGif(bytes: Uint8Array): PictureParts | undefined {
  if (bytes.length < 14) return undefined
  const view = viewOf(bytes)
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  let at = 13 + colours(bytes[10] ?? 0)
  let drawn = false
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === 0x3b) return drawn ? { ...size, end: at + 1 } : undefined
    if (block === 0x21) at = afterBlocks(bytes, at + 2)
    else if (block === 0x2c && at + 9 < bytes.length) {
      drawn = true
      at = afterBlocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0))
    } else return undefined
  }
  return undefined
}

/** Bytes of the table of colours that the flags announce. */
const colours = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)

function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += length + 1
    if (length === 0) return at
  }
  return bytes.length
}
