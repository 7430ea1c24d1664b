import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** XML that cannot be read as XES. */
export class XesError extends Error {
  readonly line: number
  /** The text ended before the log did. */
  readonly cutOff: boolean
  constructor(message: string, line: number, cutOff = false) {
    super(message)
    this.line = line
    this.cutOff = cutOff
  }
}

const maxDepth = 64
const maxEventLength = 64 * 1024 * 1024
const attributeTags = new Set(['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container'])
const structureTags = new Set(['log', 'trace', 'event', 'extension', 'global', 'classifier', 'values'])

type Row = Record<string, string>

/**
 * Reads an XES log piece by piece and gives one row an event: the trace's attributes as `case:` columns, the event's own
 * under their keys, attributes inside attributes with dotted names. Document types and entities are refused, so nothing is
 * ever expanded or fetched.
 */
export class XesReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #columns = new Set<string>()
  readonly #counts = { traces: 0, empty: 0, loose: 0, nested: 0 }
  /** Open elements; an attribute carries its dotted key, others ''. */
  readonly #path: { readonly tag: string; readonly key: string }[] = []
  #case: Row = {}
  #event: Row | null = null
  #eventsInTrace = 0
  #sinceEvent = 0
  #rows: Row[] = []

  constructor() {
    this.#parser.on('error', (error) => this.#fail(plainMessage(error.message), /unclosed|unexpected end/i.test(error.message)))
    this.#parser.on('doctype', () =>
      this.#fail('has a document type (<!DOCTYPE ...>), which can hide entity bombs and outside references: remove it'),
    )
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('closetag', (tag) => this.#close(localName(tag.name)))
  }

  /** Rows completed by this piece. Throws `XesError`. */
  write(piece: string): readonly Row[] {
    this.#sinceEvent += piece.length
    if (this.#sinceEvent > maxEventLength) this.#fail('goes on for 64 MB without an event: this is no XES log')
    this.#parser.write(piece)
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  /** Throws `XesError` when the log is not complete. */
  close(): void {
    this.#parser.close()
    if (this.#columns.size === 0) this.#fail('holds no events')
  }

  columns(): readonly string[] {
    return [...this.#columns].sort((a, b) => Number(b.startsWith('case:')) - Number(a.startsWith('case:')))
  }

  notes(): readonly string[] {
    const { traces, empty, loose, nested } = this.#counts
    const notes = [`read from XES: ${traces} traces`]
    if (empty > 0) notes.push(`${empty} ${empty === 1 ? 'trace has' : 'traces have'} no events and ${empty === 1 ? 'is' : 'are'} left out`)
    if (loose > 0) notes.push(`${loose} ${loose === 1 ? 'event stands' : 'events stand'} outside any trace`)
    if (nested > 0) notes.push('attributes inside attributes have dotted names')
    return notes
  }

  #open(tag: SaxesTagPlain): void {
    const name = localName(tag.name)
    if (this.#path.length >= maxDepth) this.#fail(`is nested more than ${maxDepth} deep`)
    const key = attributeTags.has(name) ? this.#attribute(tag.attributes) : ''
    if (key === '' && !structureTags.has(name) && this.#path.length < 2) this.#fail(`holds <${name.slice(0, 40)}>, which XES does not know`)
    this.#path.push({ tag: name, key })
    if (name === 'trace') this.#startTrace()
    else if (name === 'event') this.#event = { ...this.#case }
  }

  #startTrace(): void {
    this.#counts.traces++
    this.#case = {}
    this.#eventsInTrace = 0
  }

  /** Stores an attribute where it belongs and returns its full key; attributes of the log, its globals and classifiers are passed over. */
  #attribute({ key = '', value }: Readonly<Record<string, string>>): string {
    if (key === '') return ''
    const owner = this.#path.findLast(({ tag }) => structureTags.has(tag) && tag !== 'values')?.tag
    const parent = this.#path.findLast((element) => element.key !== '' || (!attributeTags.has(element.tag) && element.tag !== 'values'))
    const full = parent?.key ? `${parent.key}.${key}` : key
    if (parent?.key) this.#counts.nested += owner === 'trace' || owner === 'event' ? 1 : 0
    if (value === undefined) return full
    if (owner === 'trace') this.#case[`case:${full}`] = value
    else if (owner === 'event' && this.#event) this.#event[full] = value
    return full
  }

  #close(name: string): void {
    this.#path.pop()
    if (name === 'trace') {
      if (this.#eventsInTrace === 0) this.#counts.empty++
      this.#case = {}
    }
    if (name !== 'event' || !this.#event) return
    if (!this.#path.some(({ tag }) => tag === 'trace')) this.#counts.loose++
    for (const column of Object.keys(this.#event)) this.#columns.add(column)
    this.#rows.push(this.#event)
    this.#event = null
    this.#eventsInTrace++
    this.#sinceEvent = 0
  }

  #fail(message: string, cutOff = false): never {
    throw new XesError(message, this.#parser.line, cutOff)
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Without the parser's own "line:column:" prefix. */
function plainMessage(message: string): string {
  const plain = message.replace(/^(?:.*?:)?\d+:\d+:\s*/, '').replace(/\.$/, '')
  return /unclosed|unexpected end/i.test(plain) ? `the XML is cut off (${plain}): fetch the file again` : `is not valid XML: ${plain}`
}
