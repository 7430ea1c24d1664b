import { OcelError } from './ocel-log.ts'

/** An entry of one of a document's lists, or of one of its objects, which then has a key. */
export interface SectionEntry {
  readonly section: string
  readonly key?: string
  readonly value: unknown
  /** 1-based, where it begins. */
  readonly line: number
}

const maxEntryLength = 64 * 1024 * 1024

/** Cuts a JSON object of any length whose members are lists or objects into their entries. Follows brackets and strings only; each entry is then read by `JSON.parse`. */
export class SectionCutter {
  /** What has been read of the entry, or of the key of the next section. */
  #held = ''
  #section = ''
  #keyed = false
  #depth = 0
  #inString = false
  #escaped = false
  #line = 1
  #heldLine = 1
  #closed = false

  /** Entries completed by this piece. Throws `OcelError`. */
  write(piece: string): readonly SectionEntry[] {
    const out: SectionEntry[] = []
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const c = piece.charCodeAt(at)
      if (c === 10) this.#line++
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (c === 92) this.#escaped = true
        else if (c === 34) this.#inString = false
        continue
      }
      if (this.#closed && c > 32) this.#fail('the JSON document ends before this: remove what follows it', this.#line)
      if (c === 34) this.#inString = true
      else if (c === 91 || c === 123) {
        this.#depth++
        if (this.#depth > 2) continue
        if (this.#depth === 2) this.#openSection(this.#held + piece.slice(from, at), c === 123)
        from = this.#hold(at)
      } else if (c === 93 || c === 125) {
        this.#depth--
        if (this.#depth >= 2) continue
        if (this.#depth === 1) this.#take(this.#held + piece.slice(from, at), out)
        this.#section = ''
        this.#closed = this.#depth <= 0
        from = this.#hold(at)
      } else if (c === 44 && this.#depth <= 2) {
        if (this.#depth === 2) this.#take(this.#held + piece.slice(from, at), out)
        from = this.#hold(at)
      }
    }
    this.#held += this.#closed ? '' : piece.slice(from)
    if (this.#held.length > maxEntryLength) this.#fail('one entry is longer than 64 MB', this.#heldLine)
    return out
  }

  close(): void {
    if (!this.#closed) throw new OcelError('the JSON document is not closed: the file is cut off. Fetch it again', this.#line, true)
  }

  #hold(at: number): number {
    this.#held = ''
    this.#heldLine = this.#line
    return at + 1
  }

  #openSection(before: string, keyed: boolean): void {
    const key = /"((?:[^"\\]|\\.)*)"\s*:\s*$/.exec(before)?.[1]
    if (key === undefined) this.#fail('a name in quotes and a colon should stand before this', this.#line)
    this.#section = key
    this.#keyed = keyed
  }

  #take(text: string, out: SectionEntry[]): void {
    const blank = /^\s*/.exec(text)?.[0] ?? ''
    if (blank.length === text.length) return
    const line = this.#heldLine + blank.split('\n').length - 1
    const value = this.#parse(this.#keyed ? `{${text}}` : text, line)
    if (!this.#keyed) out.push({ section: this.#section, value, line })
    else for (const [key, one] of Object.entries(value as object)) out.push({ section: this.#section, key, value: one, line })
  }

  #parse(text: string, line: number): unknown {
    try {
      return JSON.parse(text)
    } catch {
      return this.#fail(`the entry of "${this.#section}" that begins here is not valid JSON`, line)
    }
  }

  #fail(message: string, line: number): never {
    throw new OcelError(message, line)
  }
}
