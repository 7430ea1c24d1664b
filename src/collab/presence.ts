import { createHash } from 'node:crypto'
import type { Actor } from '../app/actor.ts'
import { liveWhereSchema, type LivePerson, type LivePresence } from '../contract/live.ts'

/** Colours that stand apart from each other on white and on dark, and carry white text. */
const colours = ['#b4452c', '#8a5a00', '#5b7310', '#1f7a4d', '#127580', '#2f63b5', '#6a4fc0', '#9a3f9b', '#b8336a', '#6b6256'] as const

/** How somebody is shown to the others: a person has the same colour on every map. */
export function livePerson({ workspace, person }: Actor): LivePerson {
  const [byte = 0] = createHash('sha256').update(`${workspace}/${person.id}`).digest()
  return { id: person.id, name: person.name, colour: colours[byte % colours.length]! }
}

/** Presence of one connection at most this many tabs or editors. */
const mostClients = 4

export interface Present {
  /** What clients say of themselves, by client; what stays in it goes to everybody. */
  readonly states: Map<number, Record<string, unknown>>
  /** What everybody sees now, by client. */
  readonly known: ReadonlyMap<number, Record<string, unknown>>
  /** Clients that this connection has spoken for. */
  readonly own: ReadonlySet<number>
}

/**
 * Leaves of each state only where somebody is, and writes who it is: names and colours come from the server alone.
 * A client of somebody else is left out.
 */
export function stampPresence(person: LivePerson, { states, known, own }: Present): void {
  let clients = own.size
  for (const [client, state] of states) {
    const others = known.get(client)
    const theirs = others !== undefined && !own.has(client) && personOf(others) !== person.id
    // The server's own decoder leaves an empty state.
    if (theirs || Object.keys(state).length === 0 || (!own.has(client) && ++clients > mostClients)) {
      states.delete(client)
      continue
    }
    const stamped: LivePresence = { ...liveWhereSchema.parse(state), person }
    states.set(client, { ...stamped })
  }
}

const personOf = (state: Record<string, unknown>): unknown =>
  typeof state['person'] === 'object' && state['person'] !== null && 'id' in state['person'] ? state['person'].id : undefined
