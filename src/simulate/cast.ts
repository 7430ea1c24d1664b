import { compileChain, type Chain } from './compile-chain.ts'
import type { Archetype, Company } from './company.ts'
import { categorical, cumulative } from './distributions.ts'
import type { Random } from './random.ts'

/** A role as a multiplier of weights; the shop has one, without a tilt. */
export interface Role {
  readonly name: string
  readonly tilt: Readonly<Record<string, number>>
}

/** Everything drawn once per archetype, ready for many people. */
export interface Cast {
  readonly shares: Float64Array
  readonly members: readonly CastMember[]
}
export interface CastMember {
  readonly archetype: Archetype
  readonly mood: number
  readonly entry: { readonly names: readonly string[]; readonly sums: Float64Array }
  /** Role → its walk before and after the change. */
  readonly chains: Readonly<Record<string, { readonly before: Chain; readonly after: Chain }>>
  readonly segments: readonly { readonly property: string; readonly values: readonly string[]; readonly sums: Float64Array }[]
}

/** Where nothing is planted everyone is in the same mood. */
const flatMood = 0.35

export function assembleCast(company: Company, roles: readonly Role[], planted: boolean): Cast {
  return {
    shares: cumulative(company.archetypes.map((archetype) => archetype.share)),
    members: company.archetypes.map((archetype) => member(company, archetype, { roles, planted })),
  }
}

/** The values of a person's (or an account's) properties. */
export function drawSegments(random: Random, member: CastMember): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const { property, values, sums } of member.segments) properties[property] = values[categorical(random, sums)] ?? ''
  return properties
}

export function drawEntry(random: Random, member: CastMember): string {
  return member.entry.names[categorical(random, member.entry.sums)] ?? ''
}

function member(
  company: Company,
  archetype: Archetype,
  { roles, planted }: { readonly roles: readonly Role[]; readonly planted: boolean },
): CastMember {
  const chain = (role: Role, after: boolean) => compileChain(company, archetype, { planted, after, tilt: role.tilt })
  return {
    archetype,
    mood: planted ? archetype.mood : flatMood,
    entry: weighted(archetype.entry),
    chains: Object.fromEntries(roles.map((role) => [role.name, { before: chain(role, false), after: chain(role, true) }])),
    segments: Object.entries(company.segments).map(([property, usual]) => {
      const { names, sums } = weighted(archetype.segments[property] ?? usual)
      return { property, values: names, sums }
    }),
  }
}

const weighted = (weights: Readonly<Record<string, number>>) => ({ names: Object.keys(weights), sums: cumulative(Object.values(weights)) })
