import { Resvg } from '@resvg/resvg-js'
import { err, ok, type Result } from '../journey/result.ts'

export interface PngOptions {
  /** Paths of TrueType or OpenType files. Text in a script that none of them holds is left out. */
  readonly fontFiles: readonly string[]
  /** Pixels wide; or else `scale` times the picture's own size, 2 by default. */
  readonly width?: number
  readonly scale?: number
}

export interface PngError {
  readonly code: 'no_font' | 'too_large' | 'bad_svg'
  readonly message: string
}

/**
 * The picture as PNG bytes. Refuses when no font file could be loaded, because text would vanish silently; refuses more
 * than 100 million pixels. Emoji are not drawn.
 */
export function svgToPng(svg: string, options: PngOptions): Result<Uint8Array, PngError> {
  if (!drawsText(options.fontFiles))
    return err({ code: 'no_font', message: 'None of the font files could be read, and without a font the picture would have no text.' })
  const zoom =
    options.width === undefined ? { mode: 'zoom' as const, value: options.scale ?? 2 } : { mode: 'width' as const, value: options.width }
  try {
    const size = new Resvg(svg, { font: { loadSystemFonts: false } })
    const factor = options.width === undefined ? (options.scale ?? 2) : options.width / size.width
    if (size.width * size.height * factor * factor > mostPixels)
      return err({ code: 'too_large', message: 'The picture would have more than 100 million pixels. Ask for a smaller width or scale.' })
    return ok(new Resvg(svg, { fitTo: zoom, font: fontsOf(options.fontFiles) }).render().asPng())
  } catch (cause) {
    return err({ code: 'bad_svg', message: cause instanceof Error ? cause.message : String(cause) })
  }
}

const mostPixels = 100_000_000
const fontsOf = (fontFiles: readonly string[]): { fontFiles: string[]; loadSystemFonts: false; defaultFontFamily: string } => ({
  fontFiles: [...fontFiles],
  loadSystemFonts: false,
  defaultFontFamily: 'Inter',
})

/** Draws one letter and looks whether any pixel was set. */
function drawsText(fontFiles: readonly string[]): boolean {
  if (fontFiles.length === 0) return false
  try {
    const probe =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="2" y="34" font-size="36" font-family="Inter">M</text></svg>'
    return new Resvg(probe, { font: fontsOf(fontFiles) }).render().pixels.some((part) => part !== 0)
  } catch {
    return false
  }
}
