import { err, ok, type Result } from '../journey/result.ts'
import { pictureParts, type PictureType } from './picture-parts.ts'

/** A picture as its own bytes tell it; `bytes` is how long the picture is, without anything that was appended to it. */
export interface Picture {
  readonly type: PictureType
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** Pixels of a side, and of the whole picture; a browser that draws more runs out of memory. */
export const longestSide = 12_000
export const mostPixels = 50_000_000

/**
 * What picture these bytes are, decided by content and never by a name. The error completes "This file …" and says
 * what to do. Anything but PNG, JPEG, WebP and GIF is refused, and so is a picture that is cut off or too large to draw.
 */
export function readPicture(bytes: Uint8Array): Result<Picture, string> {
  if (bytes.length === 0) return err('is empty. Choose a picture.')
  const format = pictureParts.find(({ starts }) => starts(bytes))
  if (!format) return err(otherwise(bytes))
  const parts = format.read(bytes)
  if (!parts) return err('is a damaged picture, or only a part of one. Open it in a picture program, save it again and add that.')
  const { width, height } = parts
  if (width < 1 || height < 1) return err('is a picture without any size. Choose another.')
  if (width > longestSide || height > longestSide || width * height > mostPixels)
    return err(`is ${width} × ${height} pixels. At most ${longestSide} a side and 50 million in all can be shown: make it smaller.`)
  return ok({ type: format.type, width, height, bytes: parts.end })
}

/** Names what people try most often. */
function otherwise(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf/, '')
  if (/<svg[\s>/]/i.test(start)) return 'is an SVG drawing, which can carry programs. Save it as PNG and add that.'
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(start)) return 'is a page or XML, not a picture. Add a PNG, JPEG, WebP or GIF.'
  if (start.slice(4, 8) === 'ftyp') return 'is a HEIC or AVIF picture or a film. Save it as JPEG or PNG and add that.'
  if (start.startsWith('%PDF-')) return 'is a PDF. Save the page as PNG and add that.'
  if (start.startsWith('BM') || start.startsWith('II*') || start.startsWith('MM'))
    return 'is a BMP or TIFF picture. Save it as PNG and add that.'
  return 'is not a PNG, JPEG, WebP or GIF picture. Save it as one of these and add that.'
}
