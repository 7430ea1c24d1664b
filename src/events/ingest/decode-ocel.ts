import { OcelJsonReader } from '../../sources/ocel/ocel-json.ts'
import { OcelError, type OcelEntry } from '../../sources/ocel/ocel-log.ts'
import { OcelRows } from '../../sources/ocel/ocel-rows.ts'
import { OcelXmlReader } from '../../sources/ocel/ocel-xml.ts'
import { refuseFile } from './prepare-problem.ts'

export interface OcelSource {
  readonly name: string
  readonly kind: 'json' | 'xml'
  /** The whole text; asked for twice, for objects may stand after the events that name them. */
  readonly read: () => AsyncIterable<string>
}

/** An object-centric log as JSON lines; columns and notes are known once the lines have been read to the end. */
export function ocelLines({ name, kind, read }: OcelSource): {
  lines(): AsyncGenerator<string>
  columns(): readonly string[]
  notes(): readonly string[]
} {
  const rows = new OcelRows()
  async function* entries(): AsyncGenerator<readonly OcelEntry[]> {
    const reader = kind === 'json' ? new OcelJsonReader() : new OcelXmlReader()
    try {
      for await (const piece of read()) for (let at = 0; at < piece.length; at += 65_536) yield reader.write(piece.slice(at, at + 65_536))
      reader.close()
    } catch (error) {
      throw asRefused(error, name)
    }
  }
  async function* lines(): AsyncGenerator<string> {
    let events = 0
    try {
      for await (const some of entries())
        for (const entry of some) {
          if (entry.kind === 'object-type') rows.addType(entry.name)
          else if (entry.kind === 'object') rows.addObject(entry.object, 1)
          else events++
        }
      if (events === 0) throw new OcelError('holds no events', 1)
    } catch (error) {
      throw asRefused(error, name)
    }
    for await (const some of entries()) {
      const text = some
        .flatMap((entry) => (entry.kind === 'event' ? rows.rowsOf(entry.event) : []))
        .map((row) => `${JSON.stringify(row)}\n`)
      if (text.length > 0) yield text.join('')
    }
  }
  return { lines, columns: () => rows.columns(), notes: () => rows.notes() }
}

const asRefused = (error: unknown, name: string): unknown =>
  error instanceof OcelError
    ? refuseFile(error.cutOff ? 'truncated' : 'bad-content', name, { line: error.line, message: error.message })
    : error
