import type { StageGroup } from '../../src/journey/question.ts'
import { plainQuantile, type PlainJourney } from './plain-journeys.ts'

const half = [1, 2] as const
const nine = [9, 10] as const

/** Counts by key in a plain object. */
function tally<Value>(): { add(key: string, change: (value: Value | undefined) => Value): void; readonly map: Map<string, Value> } {
  const map = new Map<string, Value>()
  return { map, add: (key, change) => void map.set(key, change(map.get(key))) }
}

const path = (journey: PlainJourney): string[] => journey.events.map((event) => event.touchpoint)

export function plainTouchpoints(journeys: readonly PlainJourney[]): Record<string, object> {
  const names = new Set(journeys.flatMap(path))
  return Object.fromEntries(
    [...names].map((name) => {
      const visiting = journeys.filter((journey) => path(journey).includes(name))
      const next = journeys.flatMap((journey) =>
        journey.events.flatMap((event, i) =>
          event.touchpoint === name && journey.events[i + 1] ? [journey.events[i + 1]!.time - event.time] : [],
        ),
      )
      const places = visiting.map((journey) =>
        journey.events.length === 1 ? 0 : path(journey).indexOf(name) / (journey.events.length - 1),
      )
      return [
        name,
        {
          journeys: visiting.length,
          occurrences: journeys.flatMap(path).filter((each) => each === name).length,
          starts: journeys.filter((journey) => path(journey)[0] === name).length,
          ends: journeys.filter((journey) => path(journey).at(-1) === name).length,
          exits: journeys.filter((journey) => path(journey).at(-1) === name && journey.outcome === 'lost').length,
          repeats: visiting.filter((journey) => path(journey).filter((each) => each === name).length > 1).length,
          p50ToNext: plainQuantile(next, half),
          p90ToNext: plainQuantile(next, nine),
          position: places.reduce((a, b) => a + b, 0) / places.length,
        },
      ]
    }),
  )
}

export function plainTransitions(journeys: readonly PlainJourney[], collapse: boolean): Record<string, object> {
  const gaps = tally<{ gaps: number[]; journeys: Set<PlainJourney> }>()
  for (const journey of journeys) {
    const events = collapse ? journey.events.filter((event, i) => event.touchpoint !== journey.events[i - 1]?.touchpoint) : journey.events
    events.forEach((event, i) => {
      const next = events[i + 1]
      if (!next) return
      gaps.add(`${event.touchpoint}>${next.touchpoint}`, (found = { gaps: [], journeys: new Set() }) => ({
        gaps: [...found.gaps, next.time - event.time],
        journeys: found.journeys.add(journey),
      }))
    })
  }
  return Object.fromEntries(
    [...gaps.map].map(([key, found]) => [
      key,
      {
        count: found.gaps.length,
        journeys: found.journeys.size,
        p50: plainQuantile(found.gaps, half),
        p90: plainQuantile(found.gaps, nine),
      },
    ]),
  )
}

export function plainVariants(journeys: readonly PlainJourney[]): Record<string, object> {
  const found = tally<PlainJourney[]>()
  for (const journey of journeys) found.add(path(journey).join('>'), (list = []) => [...list, journey])
  return Object.fromEntries(
    [...found.map].map(([key, list]) => [
      key,
      {
        journeys: list.length,
        reachedGoal: list.filter((journey) => journey.goal).length,
        p50Duration: plainQuantile(
          list.map((journey) => journey.events.at(-1)!.time - journey.events[0]!.time),
          half,
        ),
      },
    ]),
  )
}

/** Edges between stages, the start and the outcomes, with passages and journeys. */
export function plainFlow(journeys: readonly PlainJourney[], stages: readonly StageGroup[]): Record<string, object> {
  const found = tally<{ count: number; journeys: Set<PlainJourney> }>()
  for (const journey of journeys) {
    const visits = path(journey)
      .map((name) => stages.find((stage) => stage.touchpoints.includes(name))?.stage)
      .filter((stage) => stage !== undefined)
    const nodes = ['start', ...visits.filter((stage, i) => stage !== visits[i - 1]), journey.outcome]
    nodes.slice(1).forEach((to, i) =>
      found.add(`${nodes[i]}>${to}`, (edge = { count: 0, journeys: new Set() }) => ({
        count: edge.count + 1,
        journeys: edge.journeys.add(journey),
      })),
    )
  }
  return Object.fromEntries([...found.map].map(([key, edge]) => [key, { count: edge.count, journeys: edge.journeys.size }]))
}

/** Steps around the first occurrence of a touchpoint, by column; '' is the edge of the journey. */
export function plainPaths(
  journeys: readonly PlainJourney[],
  anchor: string,
  { direction, depth }: { readonly direction: 'before' | 'after'; readonly depth: number },
): Record<string, number> {
  const found = tally<number>()
  for (const journey of journeys) {
    const at = path(journey).indexOf(anchor)
    if (at < 0) continue
    const steps = direction === 'after' ? path(journey).slice(at + 1) : path(journey).slice(0, at).reverse()
    let from = anchor
    for (let column = 1; column <= depth; column++) {
      const to = steps[column - 1] ?? ''
      found.add(`${column}:${from}>${to}`, (n = 0) => n + 1)
      if (to === '') break
      from = to
    }
  }
  return Object.fromEntries(found.map)
}

/** Mean normalised score by the touchpoint each answer speaks of; scores are given on −1..+1 already. */
export function plainScores(journeys: readonly PlainJourney[], windowMs = Infinity): Record<string, object> {
  const found = tally<number[]>()
  for (const journey of journeys)
    journey.events.forEach((event, i) => {
      if (event.score === undefined) return
      const before = journey.events.slice(0, i).filter((other) => !other.survey)
      const linked = event.link ? before.filter((other) => other.link === event.link).at(-1) : undefined
      const nearest = before.filter((other) => event.time - other.time <= windowMs).at(-1)
      const target = event.survey ? (linked ?? nearest ?? event) : event
      found.add(target.touchpoint, (list = []) => [...list, event.score!])
    })
  return Object.fromEntries(
    [...found.map].map(([key, list]) => [key, { n: list.length, mean: list.reduce((a, b) => a + b, 0) / list.length }]),
  )
}
