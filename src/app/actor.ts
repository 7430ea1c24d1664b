import type { Role } from '../contract/workspace.ts'

/** Who acts, in which workspace. Every use case takes one first. */
export interface Actor {
  readonly workspace: number
  readonly person: { readonly id: number; readonly name: string }
  readonly role: Role
  /** The person was chosen in this browser; otherwise it is the owner because nobody was. */
  readonly chosen?: boolean
}

/** The owner whom every workspace has from the start: who acts on the command line, and in a browser that has chosen nobody. */
export const localOwner: Actor = { workspace: 1, person: { id: 1, name: 'Owner' }, role: 'owner' }
