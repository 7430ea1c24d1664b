import { fileURLToPath } from 'node:url'
import type { ExportFormat } from '../contract/maps.ts'
import { exporterFor } from '../exports/index.ts'
import type { JourneyMap } from '../journey/map.ts'
import { slug } from '../journey/slug.ts'
import type { Actor } from './actor.ts'
import { loadMap } from './maps.ts'
import { demand } from './permission.ts'
import { putPicturesIn, tellLeftOut } from './put-pictures-in.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export interface ExportedMap {
  /** Media type. */
  readonly type: string
  /** File name to save it as. */
  readonly name: string
  readonly content: string | Uint8Array
  /** Pictures of the map that are not in the file, because together they would be too large. */
  readonly leftOut: number
}

/** A stored map as a file, with its pictures in it. Refuses with `map_not_found` or `export_failed`. */
export async function exportMap(
  actor: Actor,
  wend: Wend,
  { id, format }: { readonly id: string; readonly format: ExportFormat },
): Promise<ExportedMap> {
  demand(actor, 'look')
  const { map } = await loadMap(actor, wend, id)
  if (!withPictures.has(format)) return drawMap(map, format)
  const { map: whole, leftOut } = await putPicturesIn(wend, actor.workspace, { map })
  return { ...drawMap(format === 'json' ? whole : tellLeftOut(whole), format), leftOut }
}

/** Formats that can hold pictures. */
const withPictures: ReadonlySet<ExportFormat> = new Set(['html', 'svg', 'png', 'json'])

/** A map as a file; needs no store. Refuses with `export_failed`. */
export function drawMap(map: JourneyMap, format: ExportFormat): ExportedMap {
  const exporter = exporterFor(format)
  if (!exporter) throw new Refusal('export_failed', `No exporter writes ${format}.`)
  const written = exporter.write(map, { fontFiles })
  if (!written.ok) throw new Refusal('export_failed', written.error.message)
  const [type = exporter.mime] = exporter.mime.split(';')
  return { type, name: `${slug(map.title) || 'map'}.${exporter.extension}`, content: written.value, leftOut: 0 }
}

const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold', '400Regular_Italic']
/** The fonts that pictures are drawn with come with Wend. */
const fontFiles = weights.map((weight) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`)))
