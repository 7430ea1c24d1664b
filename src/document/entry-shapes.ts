import { isId, longest } from './edit-plan.ts'
import { cardFact, evidenceFact } from './facts.ts'
import { isOrderKey } from './order-keys.ts'
import { isPlainBody } from './own-body.ts'
import { isLaneKind } from './read-map.ts'
import { type EntryRoot, entryAt, type Roots } from './roots.ts'

/** A field of an entry: what it holds, whether it must be there, whether it may change once it is. */
export interface FieldShape {
  readonly holds: (value: unknown, roots: Roots) => boolean
  readonly required?: true
  readonly fixed?: true
}

const text = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most
const yes = (value: unknown) => value === true
const name: FieldShape = { holds: text(longest.name), required: true }
const long: FieldShape = { holds: text(longest.purpose), required: true }
const order: FieldShape = { holds: (value) => typeof value === 'string' && isOrderKey(value), required: true }
const flag: FieldShape = { holds: yes }
const isEntry = (root: EntryRoot) => (value: unknown, roots: Roots) =>
  typeof value === 'string' && entryAt(roots[root], value) !== undefined
const isTouchpoints = (value: unknown) => Array.isArray(value) && value.length <= longest.touchpoints && value.every(text(longest.name))

/** A card's `text` is a shared text and looked at by itself. */
export const entryShapes: Readonly<Record<EntryRoot, Readonly<Record<string, FieldShape>>>> = {
  stages: { name, purpose: long, rule: long, order, gone: flag },
  steps: {
    stage: { holds: isEntry('stages'), required: true },
    name,
    order,
    touchpoints: { holds: isTouchpoints, required: true },
    map: { holds: text(200) },
    gone: flag,
  },
  lanes: { kind: { holds: isLaneKind, required: true }, name, hint: long, order, gone: flag },
  cards: {
    lane: { holds: isEntry('lanes'), required: true },
    stage: { holds: isEntry('stages'), required: true },
    step: { holds: (value, roots) => value === null || isEntry('steps')(value, roots), required: true },
    order,
    body: { holds: isPlainBody },
    fact: {
      holds: (value, roots) => typeof value === 'string' && value.startsWith('card:') && cardFact(roots, value) !== undefined,
      fixed: true,
    },
    owner: { holds: text(longest.name) },
    target: { holds: (value) => typeof value === 'number' && Number.isFinite(value) },
    pinned: flag,
    hidden: flag,
    assumed: flag,
    findOut: { holds: (value) => value === 'open' || value === 'done' },
    gone: flag,
  },
  personas: { order },
}

export const aboutShapes: Readonly<Record<string, FieldShape>> = {
  format: { holds: () => true, required: true, fixed: true },
  title: { holds: text(longest.name), required: true },
  kind: { holds: (value) => value === 'as-is' || value === 'to-be', required: true },
}

/** The shape of a field; undefined when the entry has no such field. */
export function shapeOf(root: EntryRoot, key: string): FieldShape | undefined {
  const known = entryShapes[root]
  if (Object.hasOwn(known, key)) return known[key]
  if (root !== 'cards') return undefined
  if (key.startsWith('evidence:')) return { holds: (value, roots) => value === true && evidenceFact(roots, key.slice(9)) !== undefined }
  return key.startsWith('persona:') && isId(key.slice(8)) ? flag : undefined
}
