import type { JourneyDefinition } from '../../src/journey/definition.ts'
import type { Outcome } from '../../src/journey/filter.ts'

/** An event as a test writes it. Order in the list is the order in the file. */
export interface PlainEvent {
  readonly customer: string
  readonly touchpoint: string
  readonly time: number
  readonly score?: number
  readonly survey?: boolean
  readonly link?: string
}

export interface PlainJourney {
  readonly customer: string
  readonly events: readonly PlainEvent[]
  readonly goal: boolean
  readonly outcome: Outcome
}

/** Journeys by the plainest reading of the rules, one event after another. */
export function plainJourneys(events: readonly PlainEvent[], definition: JourneyDefinition, asOf: number): readonly PlainJourney[] {
  const byCustomer = new Map<string, PlainEvent[]>()
  for (const event of events) byCustomer.set(event.customer, [...(byCustomer.get(event.customer) ?? []), event])
  return [...byCustomer.values()].flatMap((own) =>
    journeysOf(
      own
        .map((event, index) => ({ event, index }))
        .sort((a, b) => a.event.time - b.event.time || a.index - b.index)
        .map(({ event }) => event),
      definition,
      asOf,
    ),
  )
}

function journeysOf(events: readonly PlainEvent[], definition: JourneyDefinition, asOf: number): readonly PlainJourney[] {
  const { start, goal, repeats, inactivityMs = Infinity, stillOpenMs } = definition
  const done: PlainJourney[] = []
  let current: PlainEvent[] | undefined
  let last = -Infinity
  const finish = (reached: boolean): void => {
    if (current) {
      const end = current.at(-1)!.time
      const open = stillOpenMs !== undefined && end > asOf - stillOpenMs
      done.push({ customer: current[0]!.customer, events: current, goal: reached, outcome: reached ? 'goal' : open ? 'open' : 'lost' })
    }
    current = undefined
  }
  // Between a goal and the next gap, events belong to no journey unless the definition repeats; without it nothing follows at all.
  for (const event of events) {
    if (event.time - last > inactivityMs) finish(false)
    last = event.time
    if (!current) {
      if (start.length > 0 && !start.includes(event.touchpoint)) continue
      current = []
    }
    current.push(event)
    if (goal.includes(event.touchpoint)) {
      finish(true)
      if (!repeats) return done
    }
  }
  finish(false)
  return done
}

/** The ceil(p·n)-th smallest value, p given as a fraction of whole numbers. */
export function plainQuantile(values: readonly number[], [numerator, denominator]: readonly [number, number]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil((values.length * numerator) / denominator) - 1]!
}
