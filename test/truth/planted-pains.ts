import { findSigns } from '../../src/analysis/insights/find-insights.ts'
import { lookUp } from '../../src/analysis/insights/found.ts'
import type { FoundInsights } from '../../src/analysis/insights/find-insights.ts'
import type { Sign } from '../../src/analysis/insights/sign.ts'
import { slowThreshold } from '../../src/analysis/discover/slow-threshold.ts'
import { wholeCustomer, type JourneyDefinition } from '../../src/journey/definition.ts'
import type { PresetName, Truth } from '../../src/simulate/index.ts'
import { playCompany } from '../fixtures/simulated-traces.ts'
import { tracedTouchpoints, tracedTransitions, withSlow } from '../fixtures/traced-answers.ts'

const day = 86_400_000
const feedbackWindowMs = 30 * day
const whole = { ...wholeCustomer, feedbackWindowMs }

/**
 * Under which definitions each company is looked at. The shop: as its demo is, up to the parcel. The software company: as its demo
 * is, an account up to the contract; and each person's whole story, because one trouble is planted after the contract.
 */
const definitions: Readonly<Record<PresetName, readonly JourneyDefinition[]>> = {
  shop: [{ ...whole, goal: ['Order delivered'], stillOpenMs: 14 * day }],
  software: [{ ...whole, unit: 'account', goal: ['Deal won'], stillOpenMs: 60 * day }, whole],
}
/** People in each simulated company. */
const size: Readonly<Record<PresetName, number>> = { shop: 13_000, software: 8000 }

export interface Looked {
  readonly truth: Truth
  readonly found: readonly FoundInsights[]
}

/** A company played in memory, and what is found in it by the same code that answers `insights`. */
export function lookAt(preset: PresetName, seed: number, planted: boolean): Looked {
  const { truth, traces: cut } = playCompany({ preset, seed, planted, customers: size[preset], from: Date.UTC(2025, 0, 1) })
  const found = definitions[preset].map((definition) => {
    const traces = cut({ ...definition, feedbackWindowMs })
    const transitions = tracedTransitions(traces)
    const slowerThanMs = slowThreshold(transitions) ?? 1
    return findSigns(
      lookUp({
        definition,
        traces,
        journeys: traces.length,
        touchpoints: tracedTouchpoints(traces),
        transitions: withSlow(transitions, traces, slowerThanMs),
        slowerThanMs,
        scores: [],
        verbatims: [],
      }),
    )
  })
  return { truth, found }
}

type Planted = Truth['pains'][number]

/** Does an insight tell of a planted trouble: the same place, and the same sort? */
export function tells(planted: Planted, { cause, touchpoint, to }: Sign): boolean {
  if (planted.kind === 'exit') return touchpoint === planted.touchpoint && to === undefined && (cause === 'exit' || cause === 'score')
  if (planted.kind === 'delay') return cause === 'wait' && touchpoint === planted.from && to === planted.to
  if (planted.kind === 'hand-off') return cause === 'hand-off' && touchpoint === planted.from && to === planted.to
  if (planted.kind !== 'loop') return false
  const there = touchpoint === planted.from && to === planted.to
  const back = touchpoint === planted.to && to === planted.from
  return (cause === 'loop' || cause === 'hand-off') && (there || back)
}

/**
 * Until the company's planted change its carrier, or its support, is slow, and people feel it: a wait on the changed ways is a
 * trouble that is really there, although it is not listed among the pains. It is neither asked for nor held against the method.
 */
export function tellsOfChange({ change }: Truth, { cause, touchpoint, to }: Sign): boolean {
  return change?.kind === 'change' && cause === 'wait' && change.transitions.some((way) => way.from === touchpoint && way.to === to)
}

export interface Tally {
  asked: number
  told: number
  false: string[]
}

/** Adds what was told of what was planted, each once, and what was told besides. */
export function tally(total: Tally, { truth, found }: Looked): void {
  const heads = found.flatMap(({ pains }) => pains.map(({ head }) => head))
  total.asked += truth.pains.length
  total.told += truth.pains.filter((planted) => heads.some((head) => tells(planted, head))).length
  const besides = heads.filter((head) => !truth.pains.some((planted) => tells(planted, head)) && !tellsOfChange(truth, head))
  total.false.push(...new Set(besides.map(({ cause, touchpoint, to }) => `${cause} ${touchpoint}${to === undefined ? '' : ` > ${to}`}`)))
}
