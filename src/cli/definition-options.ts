import type { Command } from 'commander'
import { WrongUsage } from './failure.ts'
import { parseDuration } from './parse/duration.ts'
import { parseNames } from './parse/names.ts'
import type { JourneyDefinition } from './shapes.ts'

export interface DefinitionOptions {
  readonly definition?: string
  readonly unit?: string
  readonly start?: string
  readonly goal?: string
  readonly repeats?: boolean
  readonly gap?: string
  readonly stillOpen?: string
  readonly feedbackWindow?: string
}

export function addDefinitionOptions(command: Command): Command {
  return command
    .option('--unit <unit>', 'whose events make one journey: customer or account (default: customer)')
    .option('--start <names>', 'touchpoints at which journeys start: "A,B" (default: the first event)')
    .option('--goal <names>', 'touchpoints that end a journey well: "A,B"')
    .option('--repeats', 'events after the goal begin the next journey')
    .option('--gap <duration>', 'a longer silence splits a journey in two, such as 30d (default: never)')
    .option('--still-open <duration>', 'a journey without the goal and younger than this is still open, such as 14d')
    .option('--feedback-window <duration>', 'how far back a survey answer looks for the touchpoint it speaks of')
    .option('--definition <name>', 'a journey definition kept in the data directory, instead of the options above')
}

/** The definition that the options describe; all events of a customer without any. */
export function readDefinition(options: DefinitionOptions): JourneyDefinition {
  const { unit = 'customer', gap, stillOpen, feedbackWindow } = options
  if (unit !== 'customer' && unit !== 'account') throw new WrongUsage(`--unit: write customer or account, not "${unit}".`)
  const start = options.start === undefined ? [] : [...parseNames(options.start, '--start')]
  const goal = options.goal === undefined ? [] : [...parseNames(options.goal, '--goal')]
  return {
    name: nameOf({ unit, start, goal }),
    unit,
    filter: {},
    start,
    goal,
    repeats: options.repeats ?? false,
    ...(gap !== undefined && { inactivityMs: parseDuration(gap, '--gap') }),
    ...(stillOpen !== undefined && { stillOpenMs: parseDuration(stillOpen, '--still-open') }),
    ...(feedbackWindow !== undefined && { feedbackWindowMs: parseDuration(feedbackWindow, '--feedback-window') }),
    segments: [],
  }
}

function nameOf({ unit, start, goal }: Pick<JourneyDefinition, 'unit' | 'start' | 'goal'>): string {
  const from = start.length === 0 ? '' : ` from ${start.join(' or ')}`
  const to = goal.length === 0 ? '' : ` to ${goal.join(' or ')}`
  return from === '' && to === '' ? `All events of ${unit === 'account' ? 'an account' : 'a customer'}` : `Journeys${from}${to}`
}
