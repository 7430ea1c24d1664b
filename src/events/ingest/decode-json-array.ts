import { refuseFile } from './prepare-problem.ts'
import { maxRecordBytes } from './prepare-records.ts'

/** Cuts a JSON list of any length into its entries, one a line. Throws a `RefusedFile` that names the line where it is wrong. */
export async function* jsonArrayLines(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  const cutter = new JsonListCutter(name)
  for await (const piece of pieces) {
    const lines = cutter.push(piece)
    if (lines !== '') yield lines
  }
  cutter.end()
}

/** Follows brackets and strings only; each entry is then read by `JSON.parse`. */
class JsonListCutter {
  readonly #name: string
  #entry = ''
  #depth = 0
  #inString = false
  #escaped = false
  #line = 1
  #entryLine = 1
  #closed = false

  constructor(name: string) {
    this.#name = name
  }

  push(piece: string): string {
    const out: string[] = []
    let from = 0
    for (let i = 0; i < piece.length; i++) {
      const c = piece.charCodeAt(i)
      if (c === 10) this.#line++
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (c === 92) this.#escaped = true
        else if (c === 34) this.#inString = false
        continue
      }
      if (c === 34) this.#inString = true
      else if (c === 91 || c === 123) {
        if (this.#depth++ === 0) {
          from = i + 1
          this.#entryLine = this.#line
        }
      } else if (c === 93 || c === 125) {
        if (--this.#depth === 0) {
          this.#take(this.#entry + piece.slice(from, i), out, true)
          from = i + 1
          this.#closed = true
        }
      } else if (c === 44 && this.#depth === 1) {
        this.#take(this.#entry + piece.slice(from, i), out, false)
        from = i + 1
      }
      if (this.#closed && c > 32 && c !== 93)
        throw refuseFile('bad-content', this.#name, { line: this.#line, message: 'the JSON list ends before this: remove what follows it' })
    }
    this.#entry += this.#closed ? '' : piece.slice(from)
    if (this.#entry.length > maxRecordBytes)
      throw refuseFile('bad-content', this.#name, { line: this.#entryLine, message: 'one entry of the JSON list is longer than 64 MB' })
    return out.join('')
  }

  end(): void {
    if (!this.#closed)
      throw refuseFile('truncated', this.#name, {
        line: this.#line,
        message: 'the JSON list is not closed: the file is cut off. Fetch it again',
      })
  }

  #take(text: string, out: string[], last: boolean): void {
    const line = this.#entryLine + (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1
    this.#entry = ''
    this.#entryLine = this.#line
    if (text.trim() === '' && last) return
    try {
      out.push(`${JSON.stringify(JSON.parse(text))}\n`)
    } catch {
      throw refuseFile('bad-content', this.#name, { line, message: 'the entry of the JSON list that begins here is not valid JSON' })
    }
  }
}
