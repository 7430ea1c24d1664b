import type { MakeupRow, ScoreRow, TransitionRow } from '../../journey/answer.ts'
import type { Outcome } from '../../journey/filter.ts'
import type { ArchetypeRow, Measured } from '../../journey/methods/archetypes.ts'
import { meanInterval, pool } from '../statistics/mean-interval.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Archetype } from './find-archetypes.ts'

/** Answers of the event store, grouped by the archetypes' numbers. */
export interface ArchetypeParts {
  readonly archetypes: readonly Archetype[]
  readonly makeup: readonly MakeupRow[]
  readonly transitions: readonly TransitionRow[]
  readonly scores: readonly ScoreRow[]
}

const fewestScores = 5
const mostTransitions = 30
const mostTouchpoints = 60
const unknown: Measured = { value: null, low: null, high: null }

/** Everything that is told of each archetype. */
export function archetypeRows({ archetypes, makeup, transitions, scores }: ArchetypeParts): readonly ArchetypeRow[] {
  return archetypes.map(({ places, ...one }) => {
    const group = String(one.number)
    const whole = makeup.find((row) => row.group === group && row.property === '')
    const { p50Duration = null, p90Duration = null } = whole ?? {}
    return {
      ...one,
      outcomes: outcomesOf(whole),
      emotion: emotionOf(scores.filter((row) => row.group === group)),
      p50Duration,
      p90Duration,
      touchpoints: mostReached(places),
      transitions: transitions
        .filter((row) => row.group === group)
        .slice(0, mostTransitions)
        .map(({ from, to, count, journeys, p50, p90 }) => ({ from, to, count, journeys, p50, p90 })),
      segments: segmentsOf(makeup, group),
    }
  })
}

function outcomesOf(row: MakeupRow | undefined): ArchetypeRow['outcomes'] {
  if (!row) return []
  const counts: readonly (readonly [Outcome, number])[] = [
    ['goal', row.reachedGoal],
    ['lost', row.lost],
    ['open', row.open],
  ]
  return counts.map(([outcome, journeys]) => ({ outcome, journeys, ...(wilson(journeys, row.journeys) ?? unknown) }))
}

function emotionOf(rows: readonly ScoreRow[]): ArchetypeRow['emotion'] {
  const moments = pool(rows)
  const mean = moments.n < fewestScores ? undefined : meanInterval(moments)
  return { ...(mean ?? unknown), n: moments.n }
}

/** The most reached, still in the order of their place. */
function mostReached(places: Archetype['places']): Archetype['places'] {
  const kept = new Set(places.toSorted((a, b) => b.journeys - a.journeys).slice(0, mostTouchpoints))
  return places.filter((place) => kept.has(place))
}

function segmentsOf(makeup: readonly MakeupRow[], group: string): ArchetypeRow['segments'] {
  const journeys = (mine: boolean, property: string, value: string): number =>
    makeup.reduce(
      (sum, row) => sum + ((row.group === group) === mine && row.property === property && row.value === value ? row.journeys : 0),
      0,
    )
  const here = journeys(true, '', '')
  const rest = journeys(false, '', '')
  const pairs = new Map(makeup.filter((row) => row.property !== '').map((row) => [JSON.stringify([row.property, row.value]), row]))
  return [...pairs.values()]
    .map(({ property, value }) => {
      const count = journeys(true, property, value)
      const elsewhere = rest === 0 ? 0 : journeys(false, property, value) / rest
      return { property, value, journeys: count, share: here === 0 ? 0 : count / here, elsewhere }
    })
    .filter(({ share, elsewhere }) => share >= 0.01 || elsewhere >= 0.01)
    .toSorted((a, b) => Math.abs(b.share - b.elsewhere) - Math.abs(a.share - a.elsewhere) || b.journeys - a.journeys)
    .slice(0, 24)
}
