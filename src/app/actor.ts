import type { Role } from '../contract/workspace.ts'

/** Who acts, in which workspace. Every use case takes one first. */
export interface Actor {
  readonly workspace: number
  readonly person: { readonly id: number; readonly name: string }
  readonly role: Role
}

/** The one person of a Wend without sign-in. */
export const localOwner: Actor = { workspace: 1, person: { id: 1, name: 'Owner' }, role: 'owner' }
