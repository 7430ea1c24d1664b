import type { FunnelOrder, TiePolicy } from '../../src/journey/question.ts'
import type { PlainJourney } from './plain-journeys.ts'

interface Ask {
  readonly steps: readonly string[]
  readonly windowMs: number
  readonly ties: TiePolicy
  readonly order: FunnelOrder
}

/** The deepest step a journey reaches, found by trying every choice of events. */
export function plainFunnelLevel({ events }: PlainJourney, ask: Ask): number {
  const list = events.map((event, place) => ({ name: event.touchpoint, time: event.time, place }))
  if (ask.ties === 'step-order') {
    const rank = (name: string): number => (ask.steps.includes(name) ? ask.steps.indexOf(name) : 99)
    list.sort((a, b) => a.time - b.time || rank(a.name) - rank(b.name) || a.place - b.place)
  }
  const names = list.map((event) => event.name)
  const times = list.map((event) => event.time)
  if (ask.order === 'any') return anyLevel(names, times, ask)
  let best = 0
  const extend = (place: number, level: number, began: number): void => {
    best = Math.max(best, level)
    if (level === ask.steps.length) return
    const last = ask.order === 'strict' ? Math.min(place + 1, list.length - 1) : list.length - 1
    for (let next = place + 1; next <= last; next++) {
      const late = ask.ties === 'strictly-later' && times[next]! <= times[place]!
      if (names[next] === ask.steps[level] && times[next]! - began <= ask.windowMs && !late) extend(next, level + 1, began)
    }
  }
  names.forEach((name, place) => {
    if (name === ask.steps[0]) extend(place, 1, times[place]!)
  })
  return best
}

function anyLevel(names: readonly string[], times: readonly number[], { steps, windowMs }: Ask): number {
  let level = 0
  for (let k = 1; k <= steps.length; k++) {
    const fits = (taken: readonly number[], index: number): boolean => {
      if (index === k)
        return Math.max(...taken.map((place) => times[place]!)) - Math.min(...taken.map((place) => times[place]!)) <= windowMs
      return names.some((name, place) => name === steps[index] && !taken.includes(place) && fits([...taken, place], index + 1))
    }
    if (fits([], 0)) level = k
  }
  return level
}
