import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { OcelError, type OcelEntry } from './ocel-log.ts'

const maxDepth = 64
const maxEntryLength = 64 * 1024 * 1024

interface Draft {
  readonly kind: 'object' | 'event'
  readonly id: string
  readonly type: string
  readonly time: string
  readonly line: number
  readonly attributes: { readonly name: string; value: string; readonly time: string }[]
  readonly objects: { readonly id: string; readonly qualifier: string }[]
}

/** Reads an OCEL 2.0 log in XML piece by piece. Document types and entities are refused. Throws `OcelError`. */
export class OcelXmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #path: string[] = []
  #draft: Draft | null = null
  #attribute: Draft['attributes'][number] | null = null
  #sinceEntry = 0
  #any = false
  #entries: OcelEntry[] = []

  constructor() {
    this.#parser.on('error', (error) => this.#fail(plainMessage(error.message), /unclosed|unexpected end/i.test(error.message)))
    this.#parser.on('doctype', () =>
      this.#fail('has a document type (<!DOCTYPE ...>), which can hide entity bombs and outside references: remove it'),
    )
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('text', (text) => {
      if (this.#attribute) this.#attribute.value += text
    })
    this.#parser.on('closetag', (tag) => this.#close(localName(tag.name)))
  }

  write(piece: string): readonly OcelEntry[] {
    this.#sinceEntry += piece.length
    if (this.#sinceEntry > maxEntryLength) this.#fail('goes on for 64 MB without an object or event: this is no OCEL log')
    this.#parser.write(piece)
    const entries = this.#entries
    this.#entries = []
    return entries
  }

  close(): void {
    this.#parser.close()
    if (!this.#any) this.#fail('holds no objects and no events: this is no OCEL log')
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    const tag = localName(name)
    if (this.#path.length >= maxDepth) this.#fail(`is nested more than ${maxDepth} deep`)
    const place = this.#path.slice(1).join('/')
    this.#path.push(tag)
    if (place === 'object-types' && tag === 'object-type') this.#entries.push({ kind: 'object-type', name: attributes['name'] ?? '' })
    else if ((place === 'objects' && tag === 'object') || (place === 'events' && tag === 'event')) this.#begin(tag, attributes)
    else if (this.#draft && tag === 'attribute') {
      this.#attribute = { name: attributes['name'] ?? '', value: attributes['value'] ?? '', time: attributes['time'] ?? '' }
      this.#draft.attributes.push(this.#attribute)
    } else if (this.#draft && attributes['object-id'] !== undefined)
      this.#draft.objects.push({ id: attributes['object-id'], qualifier: attributes['qualifier'] ?? '' })
  }

  #begin(kind: 'object' | 'event', { id, type = '', time = '' }: Readonly<Record<string, string>>): void {
    if (id === undefined)
      this.#fail(
        `holds an <${kind}> without an id: OCEL 1.0 in XML cannot be read. Export the log as OCEL 2.0, or as JSON, which is read in both versions`,
      )
    this.#draft = { kind, id, type, time, line: this.#parser.line, attributes: [], objects: [] }
  }

  #close(tag: string): void {
    this.#path.pop()
    if (tag === 'attribute') this.#attribute = null
    const draft = this.#draft
    if (!draft || this.#path.length !== 2 || tag !== draft.kind) return
    const { id, type, time, attributes, objects, line } = draft
    this.#entries.push(
      draft.kind === 'object'
        ? { kind: 'object', object: { id, type, attributes, related: objects.map((one) => one.id) } }
        : { kind: 'event', event: { id, type, time, attributes, objects, line } },
    )
    this.#draft = null
    this.#any = true
    this.#sinceEntry = 0
  }

  #fail(message: string, cutOff = false): never {
    throw new OcelError(message, this.#parser.line, cutOff)
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Without the parser's own "line:column:" prefix. */
function plainMessage(message: string): string {
  const plain = message.replace(/^(?:.*?:)?\d+:\d+:\s*/, '').replace(/\.$/, '')
  return /unclosed|unexpected end/i.test(plain) ? `the XML is cut off (${plain}): fetch the file again` : `is not valid XML: ${plain}`
}
