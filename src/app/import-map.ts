import { basename, extname } from 'node:path'
import type { ImportedMap, ImportFormat, ImportMapPreview } from '../contract/map-making.ts'
import { parseMap } from '../contract/map-schema.ts'
import { csvToMap } from '../sources/maps/csv-to-map.ts'
import { lineOfPath } from '../sources/maps/json-place.ts'
import type { MapImport } from '../sources/maps/map-import.ts'
import { mermaidToMap } from '../sources/maps/mermaid-to-map.ts'
import type { Actor } from './actor.ts'
import { saveMap } from './maps.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export interface MapFile {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly format?: ImportFormat
  /** File name, for its ending and for the title. */
  readonly name?: string
}

const mostBytes = 10_000_000
type Preview = Omit<ImportMapPreview, 'map' | 'problems'> &
  Pick<MapImport, 'problems'> & { readonly map: Exclude<MapImport['map'], undefined> | null }

/** What the map of a file would be; stores nothing. Refuses with `map_too_large`. */
export async function previewMapImport(actor: Actor, _wend: Wend, file: MapFile): Promise<Preview> {
  demand(actor, 'edit-map')
  return readMapFile(await textOf(file.bytes), file)
}

/** Makes the map of a file. Refuses with `map_too_large`, or with `map_unreadable` and every line that is wrong. */
export async function importMap(
  actor: Actor,
  wend: Wend,
  file: MapFile,
): Promise<Omit<ImportedMap, 'problems'> & Pick<MapImport, 'problems'>> {
  demand(actor, 'edit-map')
  const { map, ...rest } = readMapFile(await textOf(file.bytes), file)
  if (!map) {
    const [first] = rest.problems
    const details = rest.problems.slice(0, 100).map(({ line, message }) => ({ ...(line > 0 && { line }), message }))
    throw new Refusal('map_unreadable', first && rest.problems.length === 1 ? first.message : undefined, details)
  }
  return { map: await saveMap(actor, wend, map), ...rest }
}

/** A map from a file's text: the format as told, else by the ending of its name, else by its first signs. */
export function readMapFile(text: string, { format, name }: Pick<MapFile, 'format' | 'name'>): Preview {
  const chosen = format ?? formatOf(name) ?? sniff(text)
  const { map, problems, more } = readers[chosen](text)
  const title = map && (map.title.trim() === '' ? titleOf(name) : map.title.trim().slice(0, 200).toWellFormed())
  return { format: chosen, map: map && title !== undefined ? { ...map, title } : null, problems, more }
}

const readers: Readonly<Record<ImportFormat, (text: string) => MapImport>> = {
  mermaid: mermaidToMap,
  csv: (text) => csvToMap(text),
  tsv: (text) => csvToMap(text, '\t'),
  json: readJson,
}

const endings: Readonly<Record<string, ImportFormat>> = {
  mmd: 'mermaid',
  mermaid: 'mermaid',
  md: 'mermaid',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  json: 'json',
}
const formatOf = (name: string | undefined): ImportFormat | undefined =>
  endings[
    extname(name ?? '')
      .slice(1)
      .toLowerCase()
  ]

function sniff(text: string): ImportFormat {
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (start.startsWith('{')) return 'json'
  return /^(?:```|~~~|---\s*$|%%|journey\b)/im.test(start.slice(0, 2000).split('\n', 1)[0] ?? '') ? 'mermaid' : 'csv'
}

function readJson(text: string): MapImport {
  const plain = text.replace(/^\ufeff/, '')
  const read = parseMap(plain)
  if (read.ok) return { map: read.value, problems: [], more: 0 }
  const listed = read.error.slice(0, 200).map(({ code, path, message }) => ({
    line: code === 'not-json' ? lineOfFault(plain, message) : lineOfPath(plain, path),
    kind: 'left-out' as const,
    message: path === '' ? message : `${path}: ${message}`,
  }))
  return { problems: listed, more: read.error.length - listed.length }
}

/** The line that the parser's message speaks of; some messages only quote the text around the fault. */
function lineOfFault(text: string, message: string): number {
  const told = /\(line (\d+)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  const [, token = '', dots = '', around = ''] = /token '(.)', (\.{3})?"([\s\S]*?)"(?:\.{3})? is not valid JSON/.exec(message) ?? []
  const at = text.indexOf(around)
  return at < 0 || around === ''
    ? 1
    : text.slice(0, at + Math.max(0, around.lastIndexOf(token, dots === '' ? undefined : 10))).split('\n').length
}

function titleOf(name: string | undefined): string {
  const plain = basename(name ?? '', extname(name ?? ''))
    .replaceAll(/[\p{Cc}_]+/gu, ' ')
    .trim()
  return plain === '' ? 'Imported map' : plain.slice(0, 200).toWellFormed()
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    size += part.byteLength
    if (size > mostBytes) throw new Refusal('map_too_large')
    parts.push(part)
  }
  const all = Buffer.concat(parts)
  try {
    return new TextDecoder(all[0] === 0xff && all[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true }).decode(all)
  } catch {
    throw new Refusal('map_unreadable', 'The file is not UTF-8 text. Save it again as UTF-8.')
  }
}
