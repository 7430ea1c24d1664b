/** Which ids belong to one customer, as people set it. */
export interface IdentityRules {
  /** Ids that name one person for certain, such as a user number: those that come from these sources, or begin like this; a rule can name more. */
  readonly strong: { readonly sources: readonly string[]; readonly prefixes: readonly string[] }
  /** Tried in this order. */
  readonly rules: readonly IdentityRule[]
}

/**
 * `same-event`: an event's property holds another id of the same customer, as identify events have it. With `alias` it may
 * even join two strong ids. `shared-key`: customers with the same value of a property are one.
 */
export type IdentityRule =
  | {
      readonly kind: 'same-event'
      readonly property: string
      readonly alias?: boolean
      /** The ids in the property are strong. */
      readonly strong?: boolean
    }
  | {
      readonly kind: 'shared-key'
      readonly property: string
      readonly form: KeyForm
      /** A key that more ids share than this tells nobody apart. */
      readonly most: number
    }
/** How a key is made comparable. `email`: lower case, without blanks. `phone`: digits only. */
export type KeyForm = 'exact' | 'email' | 'phone'

export const noIdentityRules: IdentityRules = { strong: { sources: [], prefixes: [] }, rules: [] }

/** One reason to hold two ids for the same customer: what is seen in the events. */
export interface IdentityLink {
  /** Place of the rule, from 0. */
  readonly rule: number
  readonly a: string
  /** The other id; for a shared key, the key. */
  readonly b: string
  /** No event has the other id as its customer. */
  readonly silent?: boolean
}

export type JoinState = 'joined' | 'refused' | 'undone'

/** What came of one reason. */
export interface IdentityJoin {
  readonly a: string
  readonly b: string
  readonly rule: number
  /** The shared key; '' where an event names both ids. */
  readonly key: string
  readonly state: JoinState
  /** Why it was refused; '' otherwise. */
  readonly why: string
}
/** A join that a person took back: it is not made again. */
export type UndoneJoin = Pick<IdentityJoin, 'a' | 'b' | 'key'>
