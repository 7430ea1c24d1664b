import type { JourneyMap } from '../journey/map.ts'
import { ok, type Result } from '../journey/result.ts'
import { mapToGridCsv, mapToListCsv } from './map-to-csv.ts'
import { mapToHtml } from './map-to-html.ts'
import { mapToJson } from './map-to-json.ts'
import { mapToMermaid } from './map-to-mermaid.ts'
import { mapToSvg } from './map-to-svg.ts'
import { svgToPng, type PngError } from './svg-to-png.ts'
import type { Theme } from './tokens.ts'

/** What every exporter may use of; each takes what concerns it. */
export interface ExportOptions {
  readonly theme?: Theme
  readonly title?: string
  /** Pixels. */
  readonly width?: number
  /** Paths of font files, for pictures. */
  readonly fontFiles: readonly string[]
}

/** A way to write a map; to add one, write its file and a line in `exporters`. */
export interface Exporter {
  readonly name: string
  /** Without a dot. */
  readonly extension: string
  readonly mime: string
  readonly title: string
  readonly write: (map: JourneyMap, options: ExportOptions) => Result<string | Uint8Array, PngError>
}

export const exporters: readonly Exporter[] = [
  {
    name: 'html',
    extension: 'html',
    mime: 'text/html; charset=utf-8',
    title: 'Interactive page',
    write: (map, options) => ok(mapToHtml(map, options)),
  },
  { name: 'svg', extension: 'svg', mime: 'image/svg+xml', title: 'Vector picture', write: (map, options) => ok(mapToSvg(map, options)) },
  {
    name: 'png',
    extension: 'png',
    mime: 'image/png',
    title: 'Picture',
    write: (map, options) => svgToPng(mapToSvg(map, withoutWidth(options)), pngOptions(options)),
  },
  { name: 'json', extension: 'json', mime: 'application/json', title: 'Map file', write: (map) => ok(mapToJson(map)) },
  { name: 'mmd', extension: 'mmd', mime: 'text/vnd.mermaid', title: 'Mermaid diagram', write: (map) => ok(mapToMermaid(map)) },
  { name: 'csv', extension: 'csv', mime: 'text/csv', title: 'Spreadsheet', write: (map) => ok(mapToGridCsv(map)) },
  { name: 'list.csv', extension: 'list.csv', mime: 'text/csv', title: 'Spreadsheet, a row a card', write: (map) => ok(mapToListCsv(map)) },
]

/** The exporter for a format's name or a file name's ending; undefined when there is none. */
export function exporterFor(nameOrFile: string): Exporter | undefined {
  const wanted = `.${nameOrFile.toLowerCase()}`
  return exporters.toSorted((a, b) => b.extension.length - a.extension.length).find(({ extension }) => wanted.endsWith(`.${extension}`))
}

/** A PNG's width is how many pixels it has, not how wide the map is laid out. */
function withoutWidth(options: ExportOptions): Omit<ExportOptions, 'width'> {
  const { width: _, ...rest } = options
  return rest
}

const pngOptions = (options: ExportOptions): { readonly fontFiles: readonly string[]; readonly width?: number } => ({
  fontFiles: options.fontFiles,
  ...(options.width === undefined ? {} : { width: options.width }),
})
