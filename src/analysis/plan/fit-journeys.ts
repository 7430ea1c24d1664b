import type { Outcome } from '../../journey/filter.ts'
import type { FitRow, FitStep, FitSummary, FitVariant } from '../../journey/methods/fit.ts'
import { byFirst, byText } from '../by-order.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { describe, meanInterval } from '../statistics/mean-interval.ts'
import { wilson } from '../statistics/wilson.ts'
import { createAligner, type Alignment, type Move } from './align.ts'
import { compareDeviation, type Compared } from './compare-deviation.ts'
import { deviationsOf, type DeviationName } from './deviations-of.ts'
import type { PlanAutomaton } from './plan-automaton.ts'
import { whoDeviates } from './who-deviates.ts'

/** A journey as the fit looks at it. */
export interface FittedJourney {
  readonly path: readonly string[]
  readonly durationMs: number
  readonly outcome: Outcome
  /** Mean normalised score of its feedback; null without any. */
  readonly score: number | null
  readonly segments: readonly string[]
}
export interface FitInput {
  readonly journeys: readonly FittedJourney[]
  readonly plan: PlanAutomaton
  /** Names of the segments, in the order of each journey's values. */
  readonly segments: readonly string[]
  readonly hasGoal: boolean
}
export interface FitFound {
  readonly rows: readonly FitRow[]
  readonly summary: Omit<FitSummary, 'oneIn'>
}

/** Paths told move by move, and deviations told at the most; the commonest. */
const shownVariants = 30
const mostDeviations = 200

/** Steps of a path times states of the plan; more would take too much memory. */
const mostCells = 20_000_000

interface Aligned extends Alignment {
  readonly path: readonly string[]
  readonly fit: number
  readonly deviations: readonly DeviationName[]
  readonly journeys: FittedJourney[]
}

/**
 * How well journeys follow a plan: each path by its cheapest alignment. A path's fit is 1 − cost / (events + steps of the shortest
 * planned way): 1 when it is one of the planned sequences, 0 when nothing of it is. Every figure is counted journey by journey.
 * Yields the share done.
 */
export function* fitJourneys({ journeys: all, plan, segments, hasGoal }: FitInput): Generator<number, FitFound> {
  const journeys = all.filter(({ path }) => path.length * plan.states <= mostCells)
  const aligned = yield* alignAll(journeys, plan)
  const { shortest } = createAligner(plan)
  const found = new Map<string, { readonly name: DeviationName; readonly those: Set<FittedJourney> }>()
  for (const { deviations, journeys: own } of aligned)
    for (const name of deviations) {
      const key = JSON.stringify([name.kind, name.what])
      const known = found.get(key) ?? { name, those: new Set<FittedJourney>() }
      for (const journey of own) known.those.add(journey)
      found.set(key, known)
    }
  const commonest = [...found.values()]
    .sort(
      byFirst(
        (a, b) => b.those.size - a.those.size,
        (a, b) => byText(a.name.kind, b.name.kind),
        (a, b) => byText(a.name.what, b.name.what),
      ),
    )
    .slice(0, mostDeviations)
  const rows: Omit<FitRow, keyof Compared>[] = []
  const compared: Compared[] = []
  for (const [at, { name, those }] of commonest.entries()) {
    if (at % 5 === 0) yield 0.7 + (0.3 * at) / commonest.length
    const share = wilson(those.size, journeys.length)!
    const who = whoDeviates(journeys, those, segments)
    rows.push({ ...name, journeys: those.size, share: share.value, low: share.low, high: share.high, who })
    compared.push(compareDeviation(journeys, those, hasGoal))
  }
  return {
    rows: withCorrected(rows, compared),
    summary: { ...overall(aligned), shortest, ...stepsOf(aligned, plan), tooLong: all.length - journeys.length },
  }
}

function* alignAll(journeys: readonly FittedJourney[], plan: PlanAutomaton): Generator<number, readonly Aligned[]> {
  const { align, shortest } = createAligner(plan)
  const byPath = new Map<string, Aligned>()
  for (const [at, journey] of journeys.entries()) {
    if (at % 500 === 0) yield (0.7 * at) / journeys.length
    const key = JSON.stringify(journey.path)
    let known = byPath.get(key)
    if (!known) {
      const alignment = align(journey.path)
      const length = journey.path.length + shortest
      const fit = length === 0 ? 1 : 1 - alignment.cost / length
      byPath.set(key, (known = { ...alignment, path: journey.path, fit, deviations: deviationsOf(alignment), journeys: [] }))
    }
    known.journeys.push(journey)
  }
  return [...byPath.values()].sort(
    byFirst(
      (a, b) => b.journeys.length - a.journeys.length,
      (a, b) => byText(JSON.stringify(a.path), JSON.stringify(b.path)),
    ),
  )
}

function overall(aligned: readonly Aligned[]): Pick<FitSummary, 'fit' | 'asPlanned' | 'variants'> {
  const mean = meanInterval(describe(aligned.flatMap(({ fit, journeys }) => journeys.map(() => fit))))
  return {
    fit: mean
      ? {
          value: mean.value,
          low: mean.low === null ? null : Math.max(0, mean.low),
          high: mean.high === null ? null : Math.min(1, mean.high),
        }
      : null,
    asPlanned: aligned.reduce((sum, { cost, journeys }) => sum + (cost === 0 ? journeys.length : 0), 0),
    variants: aligned
      .slice(0, shownVariants)
      .map(({ path, journeys, fit, moves }): FitVariant => ({ path, journeys: journeys.length, fit, moves: moves.map(moveOf) })),
  }
}

const moveOf = (move: Move): FitVariant['moves'][number] =>
  move.kind === 'add'
    ? { kind: 'add', step: '', touchpoint: move.touchpoint }
    : { kind: move.kind, step: move.step, touchpoint: move.kind === 'match' ? move.touchpoint : '' }

function stepsOf(
  aligned: readonly Aligned[],
  { edges }: PlanAutomaton,
): { readonly steps: readonly FitStep[]; readonly neverOccur: readonly string[] } {
  const planned = new Map<string, Set<string>>()
  for (const { step, touchpoints } of edges) if (touchpoints) planned.set(step, new Set([...(planned.get(step) ?? []), ...touchpoints]))
  const followed = new Map<string, number>()
  const skipped = new Map<string, number>()
  const seen = new Set<string>()
  for (const { path, moves, journeys } of aligned) {
    for (const touchpoint of path) seen.add(touchpoint)
    const stepsBy = (kind: Move['kind']) => new Set(moves.flatMap((move) => (move.kind === kind && move.kind !== 'add' ? [move.step] : [])))
    for (const step of stepsBy('match')) followed.set(step, (followed.get(step) ?? 0) + journeys.length)
    for (const step of stepsBy('skip')) skipped.set(step, (skipped.get(step) ?? 0) + journeys.length)
  }
  return {
    steps: [...planned.keys()].map((step) => ({ step, followed: followed.get(step) ?? 0, skipped: skipped.get(step) ?? 0 })),
    neverOccur: [...planned].filter(([, touchpoints]) => [...touchpoints].every((one) => !seen.has(one))).map(([step]) => step),
  }
}

/** The comparisons with p corrected over all of them at once. */
function withCorrected(rows: readonly Omit<FitRow, keyof Compared>[], compared: readonly Compared[]): readonly FitRow[] {
  const measures = ['goal', 'duration', 'score'] as const
  const all = compared.flatMap((one) => measures.flatMap((measure) => (one[measure] ? [one[measure].p] : [])))
  const corrected = benjaminiHochberg(all).values()
  return rows.map((row, at) => {
    const own = measures.map((measure) => {
      const difference = compared[at]![measure]
      return [measure, difference && { ...difference, p: corrected.next().value ?? 1 }] as const
    })
    return { ...row, ...(Object.fromEntries(own) as unknown as Compared) }
  })
}
