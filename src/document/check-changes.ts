import * as Y from 'yjs'
import { checkText } from './check-text.ts'
import { parseCurveKey } from './curve-key.ts'
import { isId } from './edit-plan.ts'
import { aboutShapes, entryShapes, type FieldShape, shapeOf } from './entry-shapes.ts'
import { type GuardLimits, Refused } from './guard-limits.ts'
import { type EntryRoot, entryAt, type RootName, rootNames, type Roots } from './roots.ts'

/** Ids of what an update touched; what was only replayed is not among them. */
export interface Touched {
  /** Title, kind or summary. */
  readonly about: boolean
  readonly stages: readonly string[]
  readonly steps: readonly string[]
  readonly lanes: readonly string[]
  readonly cards: readonly string[]
  readonly personas: readonly string[]
  /** Keys of points of drawn curves. */
  readonly curves: readonly string[]
  readonly facts: readonly string[]
}

export interface Change {
  readonly roots: Roots
  readonly transaction: Y.Transaction
  readonly as: 'client' | 'server'
  readonly limits: GuardLimits
}

type SharedType = Y.AbstractType<unknown>

/** Looks at what a transaction changed, and only at that. Throws `Refused`. */
export function checkChanges(change: Change): Touched {
  const touched = Object.fromEntries(rootNames.map((name) => [name, new Set<string>()])) as Record<RootName, Set<string>>
  for (const [type, keys] of change.transaction.changed) {
    const shared = type as unknown as SharedType
    const path = pathOf(change.roots, shared)
    if (path) checkType(change, { type: shared, keys, path })
    if (path) for (const id of path.id === undefined ? keys : [path.id]) if (id !== null) touched[path.root].add(id)
  }
  const ids = (name: RootName) => [...touched[name]]
  return {
    about: touched.about.size > 0,
    stages: ids('stages'),
    steps: ids('steps'),
    lanes: ids('lanes'),
    cards: ids('cards'),
    personas: ids('personas'),
    curves: ids('curves'),
    facts: ids('facts'),
  }
}

/** Where a type lies: in a root, as the entry `id`, or as the field `key` of it. */
interface TypePath {
  readonly root: RootName
  readonly id?: string
  readonly key?: string
}

interface ChangedType {
  readonly type: SharedType
  readonly keys: ReadonlySet<string | null>
  readonly path: TypePath
}

/** Undefined for a type that is no longer part of the document. */
function pathOf(roots: Roots, type: SharedType): TypePath | undefined {
  const steps: string[] = []
  let at = type
  while (at._item !== null) {
    if (at._item.deleted) return undefined
    steps.unshift(at._item.parentSub ?? '')
    at = at._item.parent as unknown as SharedType
  }
  const root = rootNames.find((name) => (roots[name] as unknown as SharedType) === at)
  if (!root) throw new Refused('unknown_part', '')
  const [id, key] = steps
  return { root, ...(id !== undefined && { id }), ...(key !== undefined && { key }) }
}

function checkType(change: Change, { type, keys, path }: ChangedType): void {
  if (type instanceof Y.Text) {
    if ([...keys].some((key) => key !== null)) throw new Refused('not_in_shape', 'an attribute of a text')
    return checkText(type, change)
  }
  if (keys.has(null) || type._start !== null) throw new Refused('not_in_shape', 'a list in a map')
  if (change.as === 'server') return
  const names = [...keys].filter((key) => key !== null)
  if (path.id === undefined) return checkRoot(change, path.root, names)
  const root = path.root
  if (!isEntryRoot(root)) throw new Refused('not_in_shape', root)
  if (type._map.size > change.limits.fields) throw new Refused('too_many', 'fields')
  for (const key of names) checkField(change, { map: type, key, shape: shapeOf(root, key), where: `${root}.${key}` })
}

const isEntryRoot = (root: RootName): root is EntryRoot => Object.hasOwn(entryShapes, root)

function checkRoot(change: Change, root: RootName, keys: readonly string[]): void {
  const map = change.roots[root] as unknown as SharedType
  if (root === 'facts') throw new Refused('server_only', '')
  if (root === 'about') {
    for (const key of keys)
      checkField(change, { map, key, shape: Object.hasOwn(aboutShapes, key) ? aboutShapes[key] : undefined, where: `about.${key}` })
    return
  }
  const added = keys.some((key) => isNew(change, map._map.get(key)))
  if (added && map._map.size > change.limits[root]) throw new Refused('too_many', root)
  for (const key of keys) {
    if (root === 'curves') checkPoint(change, map, key)
    else checkEntry(change, { root, id: key, item: map._map.get(key) })
  }
}

/** A point of a drawn curve may go; one that is there lies at a step, between −1 and +1. */
function checkPoint({ roots }: Change, map: SharedType, key: string): void {
  const at = parseCurveKey(key)
  const known = at && entryAt(roots.steps, at.step) && (at.persona === null || isId(at.persona))
  if (!known) throw new Refused('not_in_shape', 'a point of a curve')
  if (map._map.get(key)?.deleted) return
  const value = roots.curves.get(key)
  if (typeof value !== 'number' || !(value >= -1 && value <= 1)) throw new Refused('bad_value', 'a point of a curve')
}

interface ChangedEntry {
  readonly root: EntryRoot
  readonly id: string
  readonly item: Y.Item | undefined
}

function checkEntry(change: Change, { root, id, item }: ChangedEntry): void {
  if (!isId(id)) throw new Refused('bad_value', 'an id')
  const replaces = item !== undefined && isNew(change, item) && item.left !== null
  if (root !== 'personas' && (item?.deleted || replaces)) throw new Refused('deleted_for_good', id)
  if (!item || item.deleted || !isNew(change, item)) return
  const entry = entryAt(change.roots[root], id)
  if (!entry || entry instanceof Y.XmlHook || entry._start !== null) throw new Refused('not_in_shape', root)
  if (entry._map.size > change.limits.fields) throw new Refused('too_many', 'fields')
  for (const [key, shape] of Object.entries(entryShapes[root]))
    if (shape.required && !entry.has(key)) throw new Refused('not_in_shape', `${root} without ${key}`)
  for (const key of entry._map.keys()) {
    if (root === 'cards' && key === 'text') continue
    checkField(change, { map: entry as unknown as SharedType, key, shape: shapeOf(root, key), where: `${root}.${key}` })
  }
  if (root !== 'cards') return
  const text: unknown = entry.get('text')
  if (!(text instanceof Y.Text)) throw new Refused('not_in_shape', 'a card without text')
  checkText(text, change)
}

interface ChangedField {
  readonly map: SharedType
  readonly key: string
  readonly shape: FieldShape | undefined
  readonly where: string
}

/** A value that lost against another one at the same time is deleted already; the one that is there counts. */
function checkField(change: Change, { map, key, shape, where }: ChangedField): void {
  const item = map._map.get(key)
  const existing = map._item === null || !isNew(change, map._item)
  const touched = item && (isNew(change, item) || item.deleted)
  if (existing && touched && (shape?.fixed || key === 'text' || key === 'summary')) throw new Refused('server_only', where)
  if (!shape) throw new Refused('not_in_shape', where)
  if (!item || item.deleted) {
    if (shape.required) throw new Refused('not_in_shape', where)
    return
  }
  if (!isNew(change, item)) return
  const value: unknown = (map as unknown as Y.Map<unknown>).get(key)
  if (!shape.holds(value, change.roots)) throw new Refused('bad_value', where)
}

/** Whether the transaction brought it. */
export function isNew({ transaction }: Pick<Change, 'transaction'>, item: Y.Item | undefined): boolean {
  return item !== undefined && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
}
