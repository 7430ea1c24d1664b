import type { JourneyMap, StageNumbers } from '../journey/map.ts'
import { formatCount, formatDuration, formatMedian, formatPeriod, formatRate, formatShort, plural } from './format.ts'

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

/** Whether the map's definition names a goal. Without one nobody leaves: journeys end. True for a map drawn by hand. */
export function hasGoal(map: Pick<JourneyMap, 'basis'>): boolean {
  return map.basis === undefined || map.basis.definition.goal.length > 0
}

/** The numbers of a stage's head: journeys with reach, median time, and exits, which without a goal are plain ends. */
export function stageFigures(numbers: StageNumbers | undefined, goal: boolean): StageFigure[] {
  if (!numbers) return []
  const count = (value: number): string => (value >= 100_000 ? formatShort(value) : formatCount(value))
  if (numbers.journeys === 0) return [{ value: '0', caption: 'journeys', said: 'no journey comes here', bad: false }]
  return [
    {
      value: count(numbers.journeys),
      caption: `journeys, ${formatRate(numbers.reach)}`,
      said: `${plural(numbers.journeys, 'journey')}, ${formatRate(numbers.reach)} of all`,
      bad: false,
    },
    {
      value: formatMedian(numbers.p50Time),
      caption: 'median time',
      said: medianSaid(numbers),
      bad: false,
    },
    {
      value: formatRate(numbers.exitRate),
      caption: `${goal ? 'leave' : 'end here'}, ${count(numbers.exits)}`,
      said: `${formatCount(numbers.exits)} ${goal ? 'leave' : 'end'} here, ${formatRate(numbers.exitRate)}`,
      bad: goal && numbers.exitRate >= 0.2,
    },
  ]
}

function medianSaid(numbers: StageNumbers): string {
  const most = `90 % within ${formatMedian(numbers.p90Time)}`
  if (numbers.p50Time !== 0) return `median time ${formatDuration(numbers.p50Time)}, ${most}`
  return `median time none: half or more of the journeys have a single event here, or several at the same moment; ${most}`
}

function sourceNames(sources: readonly { readonly name: string }[]): string {
  const shown = sources.slice(0, 5).map((source) => source.name)
  return sources.length > 5 ? `${shown.join(', ')} and ${sources.length - 5} more` : shown.join(', ')
}
