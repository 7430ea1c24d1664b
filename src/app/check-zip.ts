import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const mostEntries = 2000

/**
 * Whether a zip file holds no more than `most` bytes in the entries that are asked for, by unpacking them within that
 * limit: what the file says of its own sizes is not believed. False for anything damaged, encrypted or unusual.
 */
export async function zipHoldsAtMost(zip: Buffer, most: number, wanted: (name: string) => boolean): Promise<boolean> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return false
  const entries = zip.readUInt16LE(end + 10)
  if (entries > mostEntries) return false
  let at = zip.readUInt32LE(end + 16)
  let left = most
  for (let index = 0; index < entries; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return false
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
    if (wanted(name)) {
      const size = await sizeOf(zip, at, left)
      if (size === undefined) return false
      left -= size
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return true
}

async function sizeOf(zip: Buffer, entry: number, most: number): Promise<number | undefined> {
  const encrypted = (zip.readUInt16LE(entry + 8) & 1) === 1
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (encrypted || local + 30 > zip.length) return undefined
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (start + packed > zip.length) return undefined
  if (method === 0) return packed <= most ? packed : undefined
  if (method !== 8) return undefined
  try {
    return (await inflate(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) })).length
  } catch {
    return undefined
  }
}
