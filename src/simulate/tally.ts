import type { Company } from './company.ts'
import { touchpointsOf } from './compile-chain.ts'

/** Counts that grow while people walk; its size depends on the company, not on the number of people. */
export interface Tally {
  customers: number
  accounts: number
  /** By touchpoint. */
  readonly events: Float64Array
  readonly reached: Float64Array
  readonly accountsReached: Float64Array
  /** By archetype. */
  readonly archetypes: Float64Array
  readonly archetypeAccounts: Float64Array
  readonly personas: Float64Array
  /** By planted effect: how often it could have happened, how often it did, to how many customers. */
  readonly occasions: Float64Array
  readonly times: Float64Array
  readonly affected: Float64Array
  /** Texts written by theme, and customers by length of their journey (`lengthBands`). */
  readonly texts: Float64Array
  readonly lengths: Float64Array
  readonly roles: Map<string, number>
  firstEvent: number
  lastEvent: number
}

/** Journeys by number of events: 0, 1, 2 to 4, 5 to 9, 10 to 24, 25 to 49, 50 and more. */
export const lengthBands = ['0', '1', '2-4', '5-9', '10-24', '25-49', '50+'] as const
export const bandOf = (events: number): number =>
  events < 2 ? events : events < 5 ? 2 : events < 10 ? 3 : events < 25 ? 4 : events < 50 ? 5 : 6

export function emptyTally(company: Company): Tally {
  const perTouchpoint = () => new Float64Array(touchpointsOf(company).length)
  const perEffect = () => new Float64Array(company.planted.length)
  const perArchetype = () => new Float64Array(company.archetypes.length)
  return {
    customers: 0,
    accounts: 0,
    events: perTouchpoint(),
    reached: perTouchpoint(),
    accountsReached: perTouchpoint(),
    archetypes: perArchetype(),
    archetypeAccounts: perArchetype(),
    personas: new Float64Array(company.personas.length),
    occasions: perEffect(),
    times: perEffect(),
    affected: perEffect(),
    texts: new Float64Array(company.words.length),
    lengths: new Float64Array(lengthBands.length),
    roles: new Map(),
    firstEvent: Number.POSITIVE_INFINITY,
    lastEvent: Number.NEGATIVE_INFINITY,
  }
}
