import { OcelError, type OcelEntry } from './ocel-log.ts'
import { SectionCutter, type SectionEntry } from './section-cutter.ts'

/** Reads an OCEL log in JSON piece by piece, version 2.0 or 1.0. Throws `OcelError`. */
export class OcelJsonReader {
  readonly #cutter = new SectionCutter()
  #entries = 0

  write(piece: string): readonly OcelEntry[] {
    return this.#cutter.write(piece).flatMap((entry) => this.#read(entry))
  }

  close(): void {
    this.#cutter.close()
    if (this.#entries === 0) throw new OcelError('holds no objects and no events: this is no OCEL log', 1)
  }

  #read(entry: SectionEntry): readonly OcelEntry[] {
    const found = readEntry(entry)
    if (found) this.#entries++
    return found ? [found] : []
  }
}

function readEntry({ section, key, value, line }: SectionEntry): OcelEntry | undefined {
  switch (section) {
    case 'objectTypes':
      return { kind: 'object-type', name: text(record(value, section, line)['name']) }
    case 'objects':
    case 'ocel:objects': {
      const raw = record(value, section, line)
      return {
        kind: 'object',
        object: {
          id: key ?? text(raw['id']),
          type: text(raw['type'] ?? raw['ocel:type']),
          attributes: [
            ...list(raw['attributes']).map((one) => ({ name: text(one['name']), value: text(one['value']), time: text(one['time']) })),
            ...Object.entries(asRecord(raw['ocel:ovmap'])).map(([name, one]) => ({ name, value: text(one), time: '' })),
          ],
          related: list(raw['relationships']).map((one) => text(one['objectId'])),
        },
      }
    }
    case 'events':
    case 'ocel:events': {
      const raw = record(value, section, line)
      return {
        kind: 'event',
        event: {
          id: key ?? text(raw['id']),
          type: text(raw['type'] ?? raw['ocel:activity']),
          time: text(raw['time'] ?? raw['ocel:timestamp']),
          attributes: [
            ...list(raw['attributes']).map((one) => ({ name: text(one['name']), value: text(one['value']) })),
            ...Object.entries(asRecord(raw['ocel:vmap'])).map(([name, one]) => ({ name, value: text(one) })),
          ],
          objects: [
            ...list(raw['relationships']).map((one) => ({ id: text(one['objectId']), qualifier: text(one['qualifier']) })),
            ...array(raw['ocel:omap']).map((id) => ({ id: text(id), qualifier: '' })),
          ],
          line,
        },
      }
    }
    default:
      return undefined
  }
}

type Raw = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const asRecord = (value: unknown): Raw => (isRecord(value) ? value : {})
const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const list = (value: unknown): readonly Raw[] => array(value).filter(isRecord)
function text(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

function record(value: unknown, section: string, line: number): Raw {
  if (isRecord(value)) return value
  throw new OcelError(`an entry of "${section}" is no object { … }`, line)
}
