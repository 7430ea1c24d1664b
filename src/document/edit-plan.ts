import type { EditProblem } from '../journey/edit.ts'
import { err, ok, type Result } from '../journey/result.ts'
import { type Entry, entryAt, livingAt, type Roots } from './roots.ts'

/** What an edit works on. `made`: entries made for it just now, still removed, by `madeKey`. */
export interface Work {
  readonly roots: Roots
  readonly made: ReadonlySet<string>
}

/** An edit that can be done, and does it when called; or why it cannot. */
export type Plan = Result<() => void, EditProblem>

export type MapPart = 'stages' | 'steps' | 'lanes' | 'cards'

const singular: Readonly<Record<MapPart, string>> = { stages: 'stage', steps: 'step', lanes: 'lane', cards: 'card' }

export const madeKey = (part: MapPart, id: string): string => `${part} ${id}`

export const refuse = (code: EditProblem['code'], message: string): Result<never, EditProblem> => err({ code, message })

/** The entry of that id if it is on the map. */
export function need(work: Work, part: MapPart, id: string): Result<Entry, EditProblem> {
  const entry = livingAt(work.roots[part], id)
  const word = singular[part]
  return entry ? ok(entry) : refuse('not_found', `There is no such ${word} on the map. Somebody may have removed it; it can be restored.`)
}

/** Refuses an id that is taken, and one that cannot be an id. */
export function needNew(work: Work, part: MapPart, id: string): Result<void, EditProblem> {
  if (!isId(id)) return refuse('bad_value', `An id has 1 to 200 characters; "${id.slice(0, 40)}" is none.`)
  const taken = work.roots[part].has(id) && !work.made.has(madeKey(part, id))
  return taken ? refuse('already_there', `The document has a ${singular[part]} of this id already.`) : ok(undefined)
}

const reserved: readonly string[] = ['__proto__', 'constructor', 'prototype']

export const isId = (id: string): boolean => id.length > 0 && id.length <= 200 && !reserved.includes(id) && !/[\u0000-\u001f]/.test(id)

/** Lengths of texts, in characters. */
export const longest = { name: 2_000, purpose: 10_000, text: 20_000, touchpoints: 1_000 }

export function needText(value: string, most: number): Result<void, EditProblem> {
  if (value.length <= most) return ok(undefined)
  return refuse(
    'too_large',
    `This text has ${value.length} characters; up to ${most} fit. Shorten it, or put the rest into a research note.`,
  )
}

/** Shows an entry that was made removed, or removed by somebody. */
export function bringBack(root: Roots[MapPart], id: string): void {
  const entry = entryAt(root, id)
  if (entry?.has('gone')) entry.delete('gone')
}

/** Writes order keys, to those that have another one. */
export function setOrders(root: Roots[MapPart | 'personas'], orders: ReadonlyMap<string, string>): void {
  for (const [id, order] of orders) {
    const entry = entryAt(root, id)
    if (entry && entry.get('order') !== order) entry.set('order', order)
  }
}

/** The first problem of several checks. */
export function all(...checks: readonly Result<unknown, EditProblem>[]): Result<void, EditProblem> {
  return checks.find((check): check is { readonly ok: false; readonly error: EditProblem } => !check.ok) ?? ok(undefined)
}

/** The plan itself if every check passes. */
export function after(checks: readonly Result<unknown, EditProblem>[], change: () => void): Plan {
  const checked = all(...checks)
  return checked.ok ? ok(change) : checked
}
