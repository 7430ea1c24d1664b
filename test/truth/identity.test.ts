import { expect, test } from 'vitest'
import { joinIds } from '../../src/analysis/identity/join-ids.ts'
import { simulateIdentities } from '../../src/simulate/identities.ts'

/** Pairs of ids that are joined, those of them that are one person's, and all pairs that links could have told. */
function pairsOf(seed: number): { readonly joined: number; readonly right: number; readonly wanted: number } {
  const { rules, links, isStrong, personOf } = simulateIdentities(seed, 2000)
  const { person } = joinIds({ rules, links, isStrong, undone: [] })
  const clusters = [...Map.groupBy(person.keys(), (id) => person.get(id)!).values()]
  const within = (ids: readonly string[]) => Map.groupBy(ids, (id) => personOf.get(id))
  const pairs = (n: number) => (n * (n - 1)) / 2
  const joined = clusters.reduce((sum, ids) => sum + pairs(ids.length), 0)
  const right = clusters.reduce((sum, ids) => sum + [...within(ids).values()].reduce((all, own) => all + pairs(own.length), 0), 0)
  const wanted = [...within([...personOf.keys()]).values()].reduce((sum, ids) => sum + pairs(ids.length), 0)
  return { joined, right, wanted }
}

test('of the pairs of ids that are joined, at least 99 in 100 are one person’s, over 50 companies with shared devices and mailboxes', () => {
  const runs = Array.from({ length: 50 }, (_, seed) => pairsOf(seed + 1))
  const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((all, run) => all + of(run), 0)
  const precision = sum(({ right }) => right) / sum(({ joined }) => joined)
  const recall = sum(({ right }) => right) / sum(({ wanted }) => wanted)
  const worst = Math.min(...runs.map(({ right, joined }) => right / joined))
  console.log(`identity: precision ${precision.toFixed(4)} (worst company ${worst.toFixed(4)}), recall of all pairs ${recall.toFixed(4)}`)
  expect(precision).toBeGreaterThanOrEqual(0.99)
  expect(worst).toBeGreaterThanOrEqual(0.98)
  expect(recall).toBeGreaterThan(0.3)
})

test('without the rule of the doubly claimed device and key precision would miss the mark: the check can fail', () => {
  const { links, personOf } = simulateIdentities(1, 2000)
  const byHub = Map.groupBy(links, ({ b }) => b)
  const wrong = [...byHub.values()].filter((own) => new Set(own.map(({ a }) => personOf.get(a))).size > 1).length
  expect(wrong / byHub.size).toBeGreaterThan(0.01)
})
