import type { VariantRow } from '../../journey/answer.ts'
import { createAligner, type Alignment, type Move } from './align.ts'
import type { PlanAutomaton } from './plan-automaton.ts'

/** What journeys do otherwise than planned. `swap`: the step comes, but at another place. */
export interface Deviation {
  readonly kind: 'skip' | 'add' | 'swap'
  /** The step left out or moved, or the touchpoint added. */
  readonly what: string
  readonly journeys: number
  /** Of all journeys. */
  readonly share: number
  /** Shares that reach the goal, with the deviation and without it; null where there are none. */
  readonly goalWith: number | null
  readonly goalWithout: number | null
  /** Median of the variants' median durations, weighted by journeys, ms; null where nothing was measured. */
  readonly durationWith: number | null
  readonly durationWithout: number | null
}
export interface PlanFit {
  /** 0..1, weighted by journeys; 1: all journeys follow the plan. Null without journeys. */
  readonly fit: number | null
  readonly journeys: number
  /** Journeys without any deviation. */
  readonly asPlanned: number
  /** The most frequent first. */
  readonly deviations: readonly Deviation[]
  readonly variants: readonly {
    readonly path: readonly string[]
    readonly journeys: number
    readonly fit: number
    readonly moves: readonly Move[]
  }[]
}

export type FittedVariant = Pick<VariantRow, 'path' | 'journeys' | 'reachedGoal' | 'p50Duration'>

/**
 * How well journeys follow a plan. A variant's fit is 1 − cost / (events + steps of the shortest planned way): 1 when it is
 * one of the planned sequences, 0 when nothing of it is.
 */
export function fitToPlan(variants: readonly FittedVariant[], plan: PlanAutomaton): PlanFit {
  const { align, shortest } = createAligner(plan)
  const aligned = variants.map((variant) => ({ ...variant, ...align(variant.path) }))
  const journeys = aligned.reduce((sum, one) => sum + one.journeys, 0)
  const fitOf = ({ path, cost }: { readonly path: readonly string[]; readonly cost: number }): number =>
    path.length + shortest === 0 ? 1 : 1 - cost / (path.length + shortest)
  const found = new Map<string, { readonly kind: Deviation['kind']; readonly what: string; readonly at: Set<number> }>()
  for (const [index, alignment] of aligned.entries()) {
    for (const deviation of deviationsOf(alignment)) {
      const key = JSON.stringify([deviation.kind, deviation.what])
      const known = found.get(key) ?? { ...deviation, at: new Set<number>() }
      known.at.add(index)
      found.set(key, known)
    }
  }
  return {
    fit: journeys === 0 ? null : aligned.reduce((sum, one) => sum + fitOf(one) * one.journeys, 0) / journeys,
    journeys,
    asPlanned: aligned.reduce((sum, one) => sum + (one.cost === 0 ? one.journeys : 0), 0),
    deviations: [...found.values()]
      .map(({ kind, what, at }) => {
        const those = aligned.filter((_, index) => at.has(index))
        const others = aligned.filter((_, index) => !at.has(index))
        const count = sumOf(those)
        return {
          kind,
          what,
          journeys: count,
          share: journeys === 0 ? 0 : count / journeys,
          goalWith: goalShare(those),
          goalWithout: goalShare(others),
          durationWith: medianDuration(those),
          durationWithout: medianDuration(others),
        }
      })
      .toSorted((a, b) => b.journeys - a.journeys || (a.kind + a.what < b.kind + b.what ? -1 : 1)),
    variants: aligned.map((one) => ({ path: one.path, journeys: one.journeys, fit: fitOf(one), moves: one.moves })),
  }
}

/** Each deviation once a journey; a step that is skipped at one place and added at another is a swap. */
export function deviationsOf({ moves }: Pick<Alignment, 'moves'>): readonly Pick<Deviation, 'kind' | 'what'>[] {
  const added = new Set(moves.flatMap((move) => (move.kind === 'add' ? [move.touchpoint] : [])))
  const skipped = new Map(moves.flatMap((move) => (move.kind === 'skip' ? [[move.step, move.touchpoints] as const] : [])))
  const elsewhere = (touchpoints: readonly string[]): readonly string[] => touchpoints.filter((touchpoint) => added.has(touchpoint))
  const moved = new Set([...skipped.values()].flatMap(elsewhere))
  return [
    ...[...skipped].map(([what, touchpoints]) => ({
      kind: elsewhere(touchpoints).length > 0 ? ('swap' as const) : ('skip' as const),
      what,
    })),
    ...[...added].filter((what) => !moved.has(what)).map((what) => ({ kind: 'add' as const, what })),
  ]
}

const sumOf = (variants: readonly FittedVariant[]): number => variants.reduce((sum, { journeys }) => sum + journeys, 0)

function goalShare(variants: readonly FittedVariant[]): number | null {
  const all = sumOf(variants)
  return all === 0 ? null : variants.reduce((sum, { reachedGoal }) => sum + reachedGoal, 0) / all
}

function medianDuration(variants: readonly FittedVariant[]): number | null {
  const known = variants.flatMap(({ p50Duration, journeys }) => (p50Duration === null ? [] : [{ value: p50Duration, journeys }]))
  const half = known.reduce((sum, { journeys }) => sum + journeys, 0) / 2
  let passed = 0
  for (const { value, journeys } of known.toSorted((a, b) => a.value - b.value)) {
    passed += journeys
    if (passed >= half) return value
  }
  return null
}
