import { XesError, XesReader } from '../../sources/xes-reader.ts'
import { refuseFile } from './prepare-problem.ts'

/** An XES log as JSON lines; columns and notes are known once the lines have been read to the end. */
export function xesLines(
  pieces: AsyncIterable<string>,
  name: string,
): { lines(): AsyncGenerator<string>; columns(): readonly string[]; notes(): readonly string[] } {
  const reader = new XesReader()
  async function* lines(): AsyncGenerator<string> {
    try {
      for await (const piece of pieces) {
        // Small bites keep the time between looks at the signal short and the rows held few.
        for (let at = 0; at < piece.length; at += 65_536) {
          const rows = reader.write(piece.slice(at, at + 65_536))
          if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
        }
      }
      reader.close()
    } catch (error) {
      if (error instanceof XesError)
        throw refuseFile(error.cutOff ? 'truncated' : 'bad-content', name, { line: error.line, message: error.message })
      throw error
    }
  }
  return { lines, columns: () => reader.columns(), notes: () => reader.notes() }
}
