import type { Archetype, Company, Planted, Touchpoint, Wait } from './company.ts'
import { cumulative } from './distributions.ts'

/** The walk of one archetype as flat tables: transitions of state s are the entries start[s] to start[s + 1]. */
export interface Chain {
  readonly leave: Float64Array
  readonly start: Int32Array
  readonly target: Int32Array
  /** Running sums within one state. */
  readonly sums: Float64Array
  /** Median wait, milliseconds; 0 where the archetype's own pauses hold. */
  readonly median: Float64Array
  readonly sigma: Float64Array
  /** 1 where the company's hours count. */
  readonly byCompany: Uint8Array
  /** Index of the planted effect that concerns the transition, the state, or what follows the state; −1 for none. */
  readonly effectOn: Int32Array
  readonly effectAt: Int32Array
  readonly effectAfter: Int32Array
  readonly options: ChainOptions
  readonly archetype: Archetype
}

export interface ChainOptions {
  readonly planted: boolean
  /** After the company's change? */
  readonly after: boolean
  /** Multiplies weights into a touchpoint once more: what a role does and does not do. */
  readonly tilt?: Readonly<Record<string, number>>
}

export const touchpointsOf = (company: Company): readonly Touchpoint[] => company.stages.flatMap((stage) => stage.touchpoints)

/** Flattens the company's transitions for one archetype, with its tilts and what is planted. Unknown names are a bug and throw. */
export function compileChain(company: Company, archetype: Archetype, options: ChainOptions): Chain {
  const touchpoints = touchpointsOf(company)
  const index = new Map(touchpoints.map((touchpoint, i) => [touchpoint.name, i]))
  const rows = touchpoints.map((touchpoint) => edgesOf(company, touchpoint.name, { archetype, options }))
  const flat = rows.flat()
  const start = new Int32Array(touchpoints.length + 1)
  rows.forEach((row, i) => (start[i + 1] = (start[i] ?? 0) + row.length))
  return {
    leave: Float64Array.from(touchpoints, (touchpoint) => leaveShare(company, touchpoint, { archetype, options })),
    start,
    target: Int32Array.from(flat, (edge) => known(index, edge.to)),
    sums: Float64Array.from(rows.flatMap((row) => [...cumulative(row.map((edge) => edge.weight))])),
    median: Float64Array.from(flat, (edge) => edge.wait?.medianMs ?? 0),
    sigma: Float64Array.from(flat, (edge) => edge.wait?.sigma ?? 0),
    byCompany: Uint8Array.from(flat, (edge) => (edge.wait?.by === 'company' ? 1 : 0)),
    effectOn: Int32Array.from(flat, (edge) => company.planted.findIndex((p) => concerns(p, edge.from, edge.to))),
    effectAt: Int32Array.from(touchpoints, ({ name }) => company.planted.findIndex((p) => 'touchpoint' in p && p.touchpoint === name)),
    effectAfter: Int32Array.from(touchpoints, ({ name }) =>
      company.planted.findIndex((p) => (p.kind === 'loop' || p.kind === 'hand-off') && p.from === name),
    ),
    options,
    archetype,
  }
}

interface Edge {
  readonly from: string
  readonly to: string
  readonly weight: number
  readonly wait: Wait | undefined
}
interface Whose {
  readonly archetype: Archetype
  readonly options: ChainOptions
}

function edgesOf(company: Company, from: string, { archetype, options }: Whose): readonly Edge[] {
  const weights = Object.entries(company.next[from] ?? {})
    .map(([to, weight]) => ({ to, weight: weight * (archetype.tilt[to] ?? 1) * (options.tilt?.[to] ?? 1) }))
    .filter((edge) => edge.weight > 0)
  const forced = company.planted.flatMap((p) => ((p.kind === 'loop' || p.kind === 'hand-off') && p.from === from ? [p] : []))[0]
  const shared = forced ? withShare(weights, forced.to, options.planted ? forced.planted : forced.base) : weights
  return shared.map((edge) => ({ from, ...edge, wait: waitFor(company, { from, to: edge.to }, options) }))
}

type Weighted = readonly { readonly to: string; readonly weight: number }[]

/** Gives one target exactly this share, whatever the tilts say; a target that a role never visits stays unvisited. */
function withShare(weights: Weighted, target: string, share: number): Weighted {
  if (!weights.some((edge) => edge.to === target)) return weights
  const others = weights.filter((edge) => edge.to !== target)
  const sum = others.reduce((total, edge) => total + edge.weight, 0)
  return [...others.map((edge) => ({ to: edge.to, weight: (edge.weight / sum) * (1 - share) })), { to: target, weight: share }]
}

function waitFor(company: Company, edge: { readonly from: string; readonly to: string }, options: ChainOptions): Wait | undefined {
  for (const planted of company.planted) {
    if (planted.kind === 'delay' && planted.from === edge.from && planted.to === edge.to)
      return options.planted ? planted.planted : planted.base
    if (planted.kind !== 'change') continue
    const changed = planted.transitions.find((t) => t.from === edge.from && t.to === edge.to)
    if (changed) return options.planted && options.after ? changed.after : changed.before
  }
  return company.waits[`${edge.from} > ${edge.to}`] ?? company.waits[edge.to]
}

function leaveShare(company: Company, touchpoint: Touchpoint, { archetype, options }: Whose): number {
  if (!company.next[touchpoint.name]) return 1
  const exit = company.planted.find((p) => p.kind === 'exit' && p.touchpoint === touchpoint.name)
  if (exit?.kind === 'exit') return options.planted ? exit.planted : exit.base
  const named = company.leave[touchpoint.name]
  if (named !== undefined) return named
  if (touchpoint.record.file !== 'web') return 0
  return Math.min(0.75, company.usualLeave * (options.planted ? archetype.patience : 1))
}

function concerns(planted: Planted, from: string, to: string): boolean {
  if (planted.kind === 'change') return planted.transitions.some((t) => t.from === from && t.to === to)
  return 'from' in planted && planted.from === from && planted.to === to
}

function known(index: ReadonlyMap<string, number>, name: string): number {
  const found = index.get(name)
  if (found === undefined) throw new Error(`no touchpoint is called "${name}"`)
  return found
}
