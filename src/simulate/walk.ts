import type { Chain } from './compile-chain.ts'
import { askAt } from './ask.ts'
import { categorical, chance, lognormal } from './distributions.ts'
import { feel } from './feelings.ts'
import type { Person } from './person.ts'
import { record } from './record.ts'
import { settle } from './rhythm.ts'
import type { Simulation } from './simulation.ts'

const dayMs = 86_400_000
/** A bound on what one person can write; fewer than one in a million gets there. */
const mostSteps = 2000

/** Walks one person from a touchpoint until they leave or the simulated time is over. Returns when they were last seen. */
export function walk(simulation: Simulation, person: Person, begin: { readonly state: number; readonly at: number }): number {
  const { random, until, changeAt, tally } = simulation
  let { state, at } = begin
  let last = at
  for (let step = 0; step < mostSteps && at < until; step++) {
    const chain = at < changeAt ? person.before : person.after
    record(simulation, person, { state, at })
    feelAt(simulation, person, { chain, state, at })
    last = askAt(simulation, person, { state, at })
    const leaves = chance(random, chain.leave[state] ?? 1)
    const exit = chain.effectAt[state] ?? -1
    if (leaves && exit >= 0 && simulation.company.planted[exit]?.kind === 'exit') tally.times[exit] = (tally.times[exit] ?? 0) + 1
    const from = chain.start[state] ?? 0
    const to = chain.start[state + 1] ?? 0
    if (leaves || from === to) break
    const edge = categorical(random, chain.sums, { from, to })
    at = arrival(simulation, chain, { edge, from: last })
    if (at >= until) break
    goAlong(simulation, person, { chain, state, edge, left: last, at })
    state = chain.target[edge] ?? 0
  }
  return last
}

function arrival(simulation: Simulation, chain: Chain, leg: { readonly edge: number; readonly from: number }): number {
  const { random, company } = simulation
  const { customer, company: office } = company.rhythm
  const median = chain.median[leg.edge] ?? 0
  if (median > 0) {
    const wait = 1000 + lognormal(random, median, chain.sigma[leg.edge] ?? 0)
    return settle(random, chain.byCompany[leg.edge] === 1 ? office : customer, { from: leg.from, to: Math.floor(leg.from + wait) })
  }
  const { pause, pauseDays } = chain.archetype
  const wait = chance(random, pause) ? lognormal(random, pauseDays * dayMs, 0.8) : 3000 + lognormal(random, 55_000, 0.9)
  return settle(random, customer, { from: leg.from, to: Math.floor(leg.from + wait) })
}

interface Here {
  readonly chain: Chain
  readonly state: number
  readonly at: number
}

/** An exit hurts most of those who come there; a delight pleases most. */
function feelAt(simulation: Simulation, person: Person, { chain, state, at }: Here): void {
  const effect = chain.effectAt[state] ?? -1
  if (effect < 0) return
  const planted = simulation.company.planted[effect]
  if (!planted || !('touchpoint' in planted)) return
  simulation.tally.occasions[effect] = (simulation.tally.occasions[effect] ?? 0) + 1
  if (planted.kind === 'delight') simulation.tally.times[effect] = (simulation.tally.times[effect] ?? 0) + 1
  person.felt |= 1 << effect
  if (simulation.planted && chance(simulation.random, 0.8))
    feel(person, { at, theme: simulation.themes[effect]?.[0] ?? -1, shift: planted.shift })
}

interface Leg extends Here {
  readonly edge: number
  readonly left: number
}

/** Counts what is planted on the transition and lets the person feel it. */
function goAlong(simulation: Simulation, person: Person, { chain, state, edge, left, at }: Leg): void {
  const { tally, company, themes } = simulation
  person.immediate = 0
  const after = chain.effectAfter[state] ?? -1
  if (after >= 0) tally.occasions[after] = (tally.occasions[after] ?? 0) + 1
  const effect = chain.effectOn[edge] ?? -1
  const planted = company.planted[effect]
  if (!planted || !('from' in planted || planted.kind === 'change')) return
  if (effect !== after) tally.occasions[effect] = (tally.occasions[effect] ?? 0) + 1
  tally.times[effect] = (tally.times[effect] ?? 0) + 1
  person.felt |= 1 << effect
  if (!simulation.planted) return
  const [before, afterwards] = themes[effect] ?? [-1, -1]
  if (planted.kind === 'change')
    return feel(
      person,
      chain.options.after ? { at, theme: afterwards, shift: planted.after.shift } : { at, theme: before, shift: planted.before.shift },
    )
  if (planted.kind === 'delay' && at - left < 1.6 * planted.base.medianMs) return
  feel(person, { at, theme: before, shift: planted.shift })
}
