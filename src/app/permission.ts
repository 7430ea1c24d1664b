import type { actions } from '../contract/people.ts'
import type { Role } from '../contract/workspace.ts'
import type { Actor } from './actor.ts'
import { Refusal } from './refusal.ts'

/**
 * Everything one can do with Wend, as permissions know it. `edit-workspace` is for what maps share: personas,
 * touchpoints, research notes, templates.
 */
export type Action = (typeof actions)[number]

const viewer = ['look'] as const
const commenter = [...viewer, 'comment'] as const
const editor = [...commenter, 'import', 'define', 'discover', 'edit-map', 'edit-workspace'] as const
const owner = [...editor, 'delete-map', 'manage-people', 'change-settings'] as const

const allowed: Readonly<Record<Role, ReadonlySet<Action>>> = {
  owner: new Set<Action>(owner),
  editor: new Set<Action>(editor),
  commenter: new Set<Action>(commenter),
  viewer: new Set<Action>(viewer),
}

export const can = (actor: Actor, action: Action): boolean => allowed[actor.role].has(action)

/** Throws `not_allowed` unless the actor may. */
export function demand(actor: Actor, action: Action): void {
  if (!can(actor, action)) throw new Refusal('not_allowed')
}
