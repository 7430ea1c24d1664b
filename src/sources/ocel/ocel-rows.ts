import { ocelColumns, OcelError, ofObject, ofType, type OcelEvent, type OcelObject } from './ocel-log.ts'

export type OcelRow = Readonly<Record<string, string>>

const maxObjects = 5_000_000
const maxLength = 500_000_000

interface TypeCount {
  objects: number
  events: number
  several: number
}

/**
 * An object-centric log as rows, one for each object that an event relates to: which object is the customer is chosen later, by a
 * recipe. Objects are added first. An event without objects, or with one that is not listed, gets a row without an object, so that
 * it is refused and listed rather than lost.
 */
export class OcelRows {
  readonly #objects = new Map<string, OcelObject>()
  /** Relations between objects count in both directions. */
  readonly #near = new Map<string, string[]>()
  readonly #types = new Map<string, TypeCount>()
  readonly #attributes = new Set<string>()
  readonly #counts = { events: 0, bare: 0, unlisted: 0 }
  #length = 0

  addType(name: string): void {
    if (!this.#types.has(name)) this.#types.set(name, { objects: 0, events: 0, several: 0 })
  }

  /** Throws `OcelError` when there are more than memory should hold. */
  addObject(object: OcelObject, line: number): void {
    this.#length += object.attributes.reduce(
      (sum, { value }) => sum + value.length + 40,
      object.id.length + 100 * (object.related.length + 1),
    )
    if (this.#objects.size >= maxObjects || this.#length > maxLength)
      throw new OcelError(`holds more objects than can be kept in memory (${maxObjects}): split the log`, line)
    this.addType(object.type)
    if (!this.#objects.has(object.id)) this.#types.get(object.type)!.objects++
    this.#objects.set(object.id, object)
    for (const other of object.related) {
      this.#join(object.id, other)
      this.#join(other, object.id)
    }
  }

  rowsOf(event: OcelEvent): readonly OcelRow[] {
    this.#counts.events++
    const own: Record<string, string> = {
      [ocelColumns.event]: event.id,
      [ocelColumns.activity]: event.type,
      [ocelColumns.time]: event.time,
      [ocelColumns.line]: String(event.line),
    }
    for (const { name, value } of event.attributes) {
      own[name] = value
      this.#attributes.add(name)
    }
    const related = Map.groupBy(event.objects, ({ id }) => id)
    if (related.size === 0) this.#counts.bare++
    this.#countTypes([...related.keys()])
    if (related.size === 0) return [own]
    return [...related].map(([id, relations]) => {
      const object = this.#objects.get(id)
      const qualifier = [...new Set(relations.map((one) => one.qualifier).filter((text) => text !== ''))].join(', ')
      if (object) return { ...own, [ocelColumns.qualifier]: qualifier, ...this.#aboutObject(object, event, related) }
      this.#counts.unlisted++
      return { ...own, [ocelColumns.qualifier]: qualifier, [ocelColumns.unlisted]: id }
    })
  }

  /** Known once all events have been read. */
  columns(): readonly string[] {
    const { unlisted, ...always } = ocelColumns
    return [
      ...Object.values(always),
      ...(this.#counts.unlisted > 0 ? [unlisted] : []),
      ...[...this.#types.keys()].map(ofType),
      ...this.#attributes,
    ]
  }

  notes(): readonly string[] {
    const { events, bare, unlisted } = this.#counts
    const types = [...this.#types].map(
      ([type, count]) =>
        `${type}: ${plural(count.objects, 'object')} on ${plural(count.events, 'event')}${count.several > 0 ? `, ${count.several} of them with several` : ''}`,
    )
    return [
      `read from OCEL: ${plural(events, 'event')}, ${plural(this.#objects.size, 'object')}; one row for each object of an event`,
      ...types.slice(0, 30),
      ...(types.length > 30 ? [`and ${types.length - 30} more types of objects`] : []),
      ...(bare > 0 ? [`${plural(bare, 'event')} without any object: refused, for nobody is known who they happened to`] : []),
      ...(unlisted > 0 ? [`${plural(unlisted, 'relation')} to objects that the log does not list: refused`] : []),
    ]
  }

  #aboutObject(object: OcelObject, event: OcelEvent, related: ReadonlyMap<string, unknown>): OcelRow {
    const row: Record<string, string> = { [ocelColumns.object]: object.id, [ocelColumns.type]: object.type }
    for (const type of this.#types.keys()) {
      const found = this.#nearest(object, type, related)
      if (found !== undefined) row[ofType(type)] = found
    }
    const at = timeOf(event.time)
    const known = new Map<string, { readonly value: string; readonly time: number }>()
    for (const { name, value, time } of object.attributes) {
      const since = time === '' ? -Infinity : timeOf(time)
      const before = known.get(name)
      // A value that comes into force after the event is only used where none came before it.
      if (!before || (since <= at && (since >= before.time || before.time > at))) known.set(name, { value, time: since })
    }
    for (const [name, { value }] of known) {
      row[ofObject(name)] = value
      this.#attributes.add(ofObject(name))
    }
    return row
  }

  /** The object of a type that belongs to this one: itself, one it is related to (rather one that the event names too), or one of the event. */
  #nearest(object: OcelObject, type: string, related: ReadonlyMap<string, unknown>): string | undefined {
    if (object.type === type) return object.id
    const near = (this.#near.get(object.id) ?? []).filter((id) => this.#objects.get(id)?.type === type)
    return near.find((id) => related.has(id)) ?? near[0] ?? [...related.keys()].find((id) => this.#objects.get(id)?.type === type)
  }

  #countTypes(ids: readonly string[]): void {
    const seen = new Map<string, number>()
    for (const id of ids) {
      const type = this.#objects.get(id)?.type
      if (type !== undefined) seen.set(type, (seen.get(type) ?? 0) + 1)
    }
    for (const [type, count] of seen) {
      const counted = this.#types.get(type)!
      counted.events++
      if (count > 1) counted.several++
    }
  }

  #join(from: string, to: string): void {
    const near = this.#near.get(from)
    if (!near) this.#near.set(from, [to])
    else if (near.length < 1000 && !near.includes(to)) near.push(to)
  }
}

/** UTC ms; a time without a zone is taken as UTC, so that the machine's own never matters. NaN where it cannot be read. */
function timeOf(text: string): number {
  const iso = text.trim().replace(' ', 'T')
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(iso) || !iso.includes('T') ? iso : `${iso}Z`)
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
