import type { Plan, PlannedStage, PlannedStep, PlanNet } from '../../journey/plan.ts'
import { err, ok, type Result } from '../../journey/result.ts'

/** All sequences a plan allows: the labels along every way from the start to an accepting state. */
export interface PlanAutomaton {
  readonly states: number
  /** State 0 is the start. */
  readonly accepting: ReadonlySet<number>
  readonly edges: readonly PlanEdge[]
}
export interface PlanEdge {
  readonly from: number
  readonly to: number
  /** Touchpoints any of which goes along this edge; null goes silently. */
  readonly touchpoints: readonly string[] | null
  /** What a deviation is called by. */
  readonly step: string
}

/** Why a plan cannot be used, in a sentence that says what to do. */
export interface PlanProblem {
  readonly code: 'too_many_orders' | 'too_many_states' | 'no_way_through' | 'empty_plan'
  readonly message: string
}

const mostInAnyOrder = 10
const mostStates = 20_000

/** The automaton of a plan made of stages and steps. */
export function automatonOfPlan(plan: Plan): Result<PlanAutomaton, PlanProblem> {
  const edges: PlanEdge[] = []
  let states = 1
  let at = 0
  const newState = (): number => states++
  for (const stage of plan.stages) {
    if (stage.anyOrder && stage.steps.length > mostInAnyOrder)
      return err({
        code: 'too_many_orders',
        message: `Stage "${stage.name}" allows ${stage.steps.length} steps in any order; at most ${mostInAnyOrder} can be compared. Split the stage, or give it an order.`,
      })
    at = stage.anyOrder ? addAnyOrder(stage, { at, edges, newState }) : addInOrder(stage, { at, edges, newState })
  }
  if (!edges.some(({ touchpoints }) => touchpoints !== null))
    return err({
      code: 'empty_plan',
      message: `The plan "${plan.name}" has no step with a touchpoint. Say which touchpoints its steps stand for.`,
    })
  return ok({ states, accepting: new Set([at]), edges })
}

interface Building {
  readonly at: number
  readonly edges: PlanEdge[]
  readonly newState: () => number
}

function addInOrder({ steps }: PlannedStage, { at, edges, newState }: Building): number {
  let here = at
  for (const step of steps) here = addStep(step, { at: here, edges, newState })
  return here
}

function addStep(step: PlannedStep, { at, edges, newState }: Building): number {
  const next = newState()
  if (step.touchpoints.length > 0) edges.push({ from: at, to: next, touchpoints: step.touchpoints, step: step.name })
  if (step.optional || step.touchpoints.length === 0) edges.push({ from: at, to: next, touchpoints: null, step: step.name })
  if (step.repeatable && step.touchpoints.length > 0) edges.push({ from: next, to: next, touchpoints: step.touchpoints, step: step.name })
  return next
}

/** A state for every set of steps that are done. */
function addAnyOrder({ steps }: PlannedStage, { at, edges, newState }: Building): number {
  const all = 2 ** steps.length
  const stateOf = Array.from({ length: all }, (_, done) => (done === 0 ? at : newState()))
  for (let done = 0; done < all; done++) {
    for (const [place, step] of steps.entries()) {
      const bit = 2 ** place
      const from = stateOf[done]!
      if (Math.floor(done / bit) % 2 === 0) {
        const to = stateOf[done + bit]!
        if (step.touchpoints.length > 0) edges.push({ from, to, touchpoints: step.touchpoints, step: step.name })
        if (step.optional || step.touchpoints.length === 0) edges.push({ from, to, touchpoints: null, step: step.name })
      } else if (step.repeatable && step.touchpoints.length > 0)
        edges.push({ from, to: from, touchpoints: step.touchpoints, step: step.name })
    }
  }
  return stateOf[all - 1]!
}

/** The reachability graph of a net whose places hold at most a few tokens. */
export function automatonOfNet(net: PlanNet): Result<PlanAutomaton, PlanProblem> {
  const stateOf = new Map<string, number>()
  const markings: (readonly number[])[] = []
  const visit = (marking: readonly number[]): number => {
    const key = marking.join(' ')
    const known = stateOf.get(key)
    if (known !== undefined) return known
    stateOf.set(key, markings.length)
    markings.push(marking)
    return markings.length - 1
  }
  visit(net.initial)
  const edges: PlanEdge[] = []
  for (let from = 0; from < markings.length; from++) {
    if (markings.length > mostStates)
      return err({
        code: 'too_many_states',
        message: `The net "${net.name}" has more than ${mostStates} states (or never stops growing); only nets with fewer can be compared. Simplify its parallel parts.`,
      })
    const marking = markings[from]!
    for (const { label, inputs, outputs } of net.transitions) {
      const after = [...marking]
      for (const place of inputs) after[place]!--
      if (after.some((tokens) => tokens < 0)) continue
      for (const place of outputs) after[place]!++
      edges.push({ from, to: visit(after), touchpoints: label === null ? null : [label], step: label ?? '' })
    }
  }
  const final = stateOf.get(net.final.join(' '))
  if (final === undefined)
    return err({
      code: 'no_way_through',
      message: `No way through the net "${net.name}" ends at its end. Look for a gateway that waits for a branch that was never taken.`,
    })
  return ok({ states: markings.length, accepting: new Set([final]), edges })
}
