import type { IdentityJoin, IdentityLink, IdentityRule, IdentityRules, UndoneJoin } from '../../journey/identity.ts'
import { byText } from '../by-order.ts'
import { Clusters } from './clusters.ts'

export interface JoinInput {
  readonly rules: IdentityRules
  readonly links: readonly IdentityLink[]
  readonly isStrong: (id: string) => boolean
  readonly undone: readonly UndoneJoin[]
}
export interface JoinedIds {
  /** Every reason and what came of it; by rule, then by ids. */
  readonly joins: readonly IdentityJoin[]
  /** Ids that are joined with others → the id that stands for all of them. */
  readonly person: ReadonlyMap<string, string>
}

/**
 * Joins ids into customers. Rules are tried in order, aliases first. Whatever is not certain (a device, a shared key) and
 * points at two strong ids joins neither: it cannot be told whose it is. Two strong ids are joined by an alias only. The
 * same links give the same customers, whatever order they come in.
 */
export function joinIds({ rules, links, isStrong, undone }: JoinInput): JoinedIds {
  const silent = new Set(links.filter((link) => link.silent).map(({ b }) => b))
  const clusters = new Clusters(isStrong)
  const takenBack = new Set(undone.flatMap(({ a, b, key }) => [pairKey(a, b, key), pairKey(b, a, key)]))
  const order = rules.rules.map((rule, index) => ({ rule, index })).sort((a, b) => rank(a.rule) - rank(b.rule) || a.index - b.index)
  const joins = order.flatMap(({ rule, index }) => {
    const own = links.filter((link) => link.rule === index)
    const pairs = rule.kind === 'shared-key' ? pairsByKey(own, rule.most, index) : own.map(({ a, b }) => pairOf(a, b, { rule: index }))
    const sorted = pairs.sort((a, b) => byText(a.a, b.a) || byText(a.b, b.b) || byText(a.key, b.key))
    const known = sorted.map((pair) => (takenBack.has(pairKey(pair.a, pair.b, pair.key)) ? { ...pair, state: 'undone' as const } : pair))
    return joinPairs(clusters, known, rule)
  })
  return {
    joins: joins.sort((a, b) => a.rule - b.rule || byText(a.a, b.a) || byText(a.b, b.b) || byText(a.key, b.key)),
    person: clusters.persons(silent),
  }
}

const rank = (rule: IdentityRule): number => (rule.kind === 'same-event' && rule.alias ? 0 : rule.kind === 'same-event' ? 1 : 2)
const pairKey = (a: string, b: string, key: string): string => JSON.stringify([a, b, key])

function pairOf(a: string, b: string, { rule, key = '' }: { readonly rule: number; readonly key?: string }): IdentityJoin {
  const [first, second] = byText(a, b) <= 0 ? [a, b] : [b, a]
  return { a: first, b: second, rule, key, state: 'joined', why: '' }
}

/** A key shared by few ids joins each with the first of them; one shared by many tells nobody apart. */
function pairsByKey(links: readonly IdentityLink[], most: number, rule: number): IdentityJoin[] {
  return [...Map.groupBy(links, ({ b }) => b)].flatMap(([key, sharing]) => {
    const ids = [...new Set(sharing.map(({ a }) => a))].sort(byText)
    const [first] = ids
    if (first === undefined) return []
    const pairs = ids.slice(1).map((id) => pairOf(first, id, { rule, key }))
    return ids.length <= most ? pairs : pairs.map((pair) => refused(pair, `${ids.length} ids share this key: too many to be one customer`))
  })
}

const refused = (pair: IdentityJoin, why: string): IdentityJoin => ({ ...pair, state: 'refused', why })

function joinPairs(clusters: Clusters, pairs: readonly IdentityJoin[], rule: IdentityRule): IdentityJoin[] {
  const alias = rule.kind === 'same-event' && rule.alias === true
  const claims = alias ? new Map<string, string>() : claimedTwice(clusters, pairs)
  return pairs.map((pair) => {
    if (pair.state !== 'joined') return pair
    for (const hub of hubsOf(pair)) {
      const why = claims.get(hub)
      if (why !== undefined) return refused(pair, why)
    }
    if (!alias && clusters.conflict(pair.a, pair.b)) return refused(pair, twoStrong(clusters.strongOf(pair.a), clusters.strongOf(pair.b)))
    clusters.join(pair.a, pair.b)
    return pair
  })
}

const twoStrong = (a: string | undefined, b: string | undefined): string =>
  `it would join "${a ?? ''}" and "${b ?? ''}", which are two people for certain`

/** What a pair hangs on: the shared key, or each of its ids. */
const hubsOf = ({ a, b, key }: IdentityJoin): readonly string[] => (key === '' ? [`id ${a}`, `id ${b}`] : [`key ${key}`])

/** Devices and keys that point at two strong ids, with the sentence that says so. */
function claimedTwice(clusters: Clusters, pairs: readonly IdentityJoin[]): Map<string, string> {
  const strongAt = new Map<string, string>()
  const twice = new Map<string, string>()
  const claim = (hub: string, strong: string | undefined): void => {
    if (strong === undefined) return
    const known = strongAt.get(hub)
    if (known === undefined) strongAt.set(hub, strong)
    else if (known !== strong && !twice.has(hub)) twice.set(hub, `"${known}" and "${strong}" both claim it; it cannot be told whose it is`)
  }
  for (const pair of pairs) {
    if (pair.state !== 'joined') continue
    const [a, b] = [clusters.strongOf(pair.a), clusters.strongOf(pair.b)]
    if (pair.key !== '') {
      claim(`key ${pair.key}`, a)
      claim(`key ${pair.key}`, b)
    } else {
      if (!clusters.isStrong(pair.a)) claim(`id ${pair.a}`, b)
      if (!clusters.isStrong(pair.b)) claim(`id ${pair.b}`, a)
    }
  }
  return twice
}
