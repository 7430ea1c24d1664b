import type { JourneyMap, StageNumbers } from '../journey/map.ts'
import { formatCount, formatDuration, formatPeriod, formatRate, formatShort, plural } from './format.ts'

/** What the map rests on, as short phrases: who, how much, when, from where. Empty for a map drawn by hand. */
export function basisPhrases(map: JourneyMap): string[] {
  const { basis } = map
  const who = map.personas.length === 0 ? [] : [`For ${map.personas.map((persona) => persona.name).join(', ')}`]
  if (!basis) return [...who, 'Drawn by hand: not computed from events']
  const goal =
    basis.definition.goal.length === 0
      ? []
      : [
          `${formatCount(basis.reachedGoal)} reached the goal (${formatRate(basis.journeys === 0 ? 0 : basis.reachedGoal / basis.journeys)})`,
        ]
  const sources = basis.sources.length === 0 ? [] : [`Sources: ${sourceNames(basis.sources)}`]
  return [
    ...who,
    `${plural(basis.customers, 'customer')}, ${plural(basis.journeys, 'journey')}, ${plural(basis.events, 'event')}`,
    ...goal,
    formatPeriod(basis.from, basis.to),
    ...sources,
  ]
}

/** "Wend 0.1.0 · 3f2a9c01": which version made the map, and the first signs of its hash. */
export function basisMark(map: JourneyMap): string {
  return map.basis ? `Wend ${map.basis.wend} · ${map.basis.hash.slice(0, 8)}` : 'Wend'
}

export interface StageFigure {
  readonly value: string
  readonly caption: string
  /** The caption with nothing left out, for a screen reader. */
  readonly said: string
  readonly bad: boolean
}

/** The numbers of a stage's head: journeys with reach, median time, exits. */
export function stageFigures(numbers: StageNumbers | undefined): StageFigure[] {
  if (!numbers) return []
  const count = (value: number): string => (value >= 100_000 ? formatShort(value) : formatCount(value))
  return [
    {
      value: count(numbers.journeys),
      caption: `journeys, ${formatRate(numbers.reach)}`,
      said: `${plural(numbers.journeys, 'journey')}, ${formatRate(numbers.reach)} of all`,
      bad: false,
    },
    {
      value: formatDuration(numbers.p50Time),
      caption: 'median time',
      said: `median time ${formatDuration(numbers.p50Time)}, 90 % within ${formatDuration(numbers.p90Time)}`,
      bad: false,
    },
    {
      value: formatRate(numbers.exitRate),
      caption: `leave, ${count(numbers.exits)}`,
      said: `${formatCount(numbers.exits)} leave here, ${formatRate(numbers.exitRate)}`,
      bad: numbers.exitRate >= 0.2,
    },
  ]
}

function sourceNames(sources: readonly { readonly name: string }[]): string {
  const shown = sources.slice(0, 5).map((source) => source.name)
  return sources.length > 5 ? `${shown.join(', ')} and ${sources.length - 5} more` : shown.join(', ')
}
