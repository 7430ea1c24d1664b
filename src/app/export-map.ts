import { fileURLToPath } from 'node:url'
import type { ExportFormat } from '../contract/maps.ts'
import { mapToSvg } from '../exports/map-to-svg.ts'
import { svgToPng } from '../exports/svg-to-png.ts'
import type { JourneyMap } from '../journey/map.ts'
import { slug } from '../journey/slug.ts'
import type { Actor } from './actor.ts'
import { loadMap } from './maps.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export interface ExportedMap {
  /** Media type. */
  readonly type: string
  /** File name to save it as. */
  readonly name: string
  readonly content: string | Uint8Array
}

interface Exporter {
  readonly type: string
  readonly draw: (map: JourneyMap) => string | Uint8Array
}

/** One line a format. */
const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  svg: { type: 'image/svg+xml', draw: (map) => mapToSvg(map) },
  png: { type: 'image/png', draw: drawPng },
  html: { type: 'text/html', draw: (map) => mapToSvg(map) },
  json: { type: 'application/json', draw: (map) => `${JSON.stringify(map, null, 2)}\n` },
  mmd: { type: 'text/plain', draw: (map) => map.title },
}

/** A stored map as a file. Refuses with `map_not_found` or `export_failed`. */
export async function exportMap(
  actor: Actor,
  wend: Wend,
  { id, format }: { readonly id: string; readonly format: ExportFormat },
): Promise<ExportedMap> {
  demand(actor, 'look')
  return drawMap((await loadMap(actor, wend, id)).map, format)
}

/** A map as a file; needs no store. Refuses with `export_failed`. */
export function drawMap(map: JourneyMap, format: ExportFormat): ExportedMap {
  const { type, draw } = exporters[format]
  return { type, name: `${slug(map.title) || 'map'}.${format}`, content: draw(map) }
}

const weights = [
  '400Regular/Inter_400Regular',
  '500Medium/Inter_500Medium',
  '600SemiBold/Inter_600SemiBold',
  '700Bold/Inter_700Bold',
  '400Regular_Italic/Inter_400Regular_Italic',
]

function drawPng(map: JourneyMap): Uint8Array {
  const fontFiles = weights.map((weight) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${weight}.ttf`)))
  const png = svgToPng(mapToSvg(map), { fontFiles })
  if (!png.ok) throw new Refusal('export_failed', png.error.message)
  return png.value
}
