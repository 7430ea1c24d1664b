import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictures } from './pictures-for-tests.ts'
import { readPicture } from './read-picture.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const kinds = ['png', 'gif', 'webp', 'jpeg'] as const

describe('reading a picture', () => {
  test('tells format and size by content', () => {
    for (const kind of kinds)
      expect(readPicture(pictures[kind])).toEqual({
        ok: true,
        value: { type: `image/${kind}`, width: 1, height: 1, bytes: pictures[kind].length },
      })
  })

  test('ends where the picture ends, so that nothing hidden behind it is kept', () => {
    const hidden = text('<script>alert(1)</script>PK\u0003\u0004')
    for (const picture of [pictures.png, pictures.gif, pictures.webp, pictures.jpeg]) {
      const read = readPicture(joined(picture, hidden))
      expect(read.ok && read.value.bytes).toBe(picture.length)
    }
  })

  test('refuses a picture that is cut off anywhere', () => {
    for (const picture of [pictures.png, pictures.gif, pictures.webp, pictures.jpeg])
      for (let length = 0; length < picture.length; length++)
        expect([length, readPicture(picture.slice(0, length)).ok]).toEqual([length, false])
  })

  test('refuses what is too large to draw, by the size the picture claims', () => {
    const bomb = Uint8Array.from(pictures.png)
    new DataView(bomb.buffer).setUint32(16, 60_000)
    const read = readPicture(bomb)
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining('60000 × 1 pixels') as string })
    new DataView(bomb.buffer).setUint32(16, 0)
    expect(readPicture(bomb).ok).toBe(false)
  })

  test('names what else it is and what to do', () => {
    const said = (words: string): string => {
      const read = readPicture(text(words))
      return read.ok ? 'a picture' : read.error
    }
    expect(said('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')).toContain('SVG')
    expect(said('<?xml version="1.0"?><svg/>')).toContain('SVG')
    expect(said('\ufeff<!doctype html><script>')).toContain('page')
    expect(said('%PDF-1.7')).toContain('PDF')
    expect(said('\0\0\0\x18ftypheic')).toContain('JPEG')
    expect(said('GIF89a=1;alert(1)//')).toContain('damaged')
    expect(said('hello')).toContain('PNG')
    expect(said('')).toContain('empty')
  })

  test('never throws and never reads past the end, whatever the bytes', () => {
    const start = fc.constantFrom(pictures.png, pictures.gif, pictures.webp, pictures.jpeg)
    const damaged = fc.tuple(start, fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 }), fc.uint8Array({ maxLength: 40 }))
    fc.assert(
      fc.property(damaged, ([picture, changes, more]) => {
        const bytes = joined(picture, more)
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        const read = readPicture(bytes)
        return !read.ok || (read.value.bytes <= bytes.length && read.value.width <= 12_000 && read.value.height <= 12_000)
      }),
      { numRuns: 2000 },
    )
  })
})
