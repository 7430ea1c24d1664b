import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { Doc } from 'yjs'
import { documentOf } from '../document/new-document.ts'
import { readMap } from '../document/read-map.ts'
import { rootsOf } from '../document/roots.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { JourneyMap } from '../journey/map.ts'

/** What a version holds: the map, and the facts that only the server writes, which make a restore exact. */
export interface VersionContent {
  readonly map: JourneyMap
  readonly facts: Readonly<Record<string, unknown>>
}

export const contentOf = (doc: Doc): VersionContent => ({ map: readMap(doc), facts: rootsOf(doc).facts.toJSON() })
/** Of a map that has no document yet. */
export const contentOfMap = (map: JourneyMap): VersionContent => contentOf(documentOf(map))

/** Two versions that say the same have the same. */
export const contentHash = ({ map }: VersionContent): string => createHash('sha256').update(canonicalJson(map)).digest('hex')

/** A map is mostly repeated words: deflated it is a tenth, and base64 is a text for both databases. */
export async function packContent(content: VersionContent): Promise<string> {
  const packed: Buffer = await promisify<string, Buffer>(deflateRaw)(JSON.stringify(content))
  return packed.toString('base64')
}

export async function unpackContent(text: string): Promise<VersionContent> {
  const json: Buffer = await promisify<Buffer, Buffer>(inflateRaw)(Buffer.from(text, 'base64'))
  return JSON.parse(json.toString()) as VersionContent
}
