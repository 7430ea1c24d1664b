import type { Role } from '../contract/workspace.ts'
import type { Actor } from './actor.ts'
import { Refusal } from './refusal.ts'

/** Everything one can do with Wend, as permissions know it. */
export type Action = 'look' | 'import' | 'define' | 'discover' | 'edit-map' | 'delete-map'

const allowed: Readonly<Record<Role, ReadonlySet<Action>>> = {
  owner: new Set<Action>(['look', 'import', 'define', 'discover', 'edit-map', 'delete-map']),
  editor: new Set<Action>(['look', 'import', 'define', 'discover', 'edit-map']),
  commenter: new Set<Action>(['look']),
  viewer: new Set<Action>(['look']),
}

export const can = (actor: Actor, action: Action): boolean => allowed[actor.role].has(action)

/** Throws `not_allowed` unless the actor may. */
export function demand(actor: Actor, action: Action): void {
  if (!can(actor, action)) throw new Refusal('not_allowed')
}
