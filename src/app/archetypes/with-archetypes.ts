import { intersectFilters } from '../../analysis/personas/intersect-filters.ts'
import type { EventStore } from '../../events/event-store.ts'
import { EventStoreError } from '../../events/event-store-error.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { Asked, Question } from '../../journey/question.ts'
import { runAside } from '../aside/run-aside.ts'
import { withDeviation } from '../plan/deviating-journeys.ts'
import { foundArchetypes, knowTogether } from './found-archetypes.ts'

interface Asking {
  readonly events: EventStore
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly signal: AbortSignal
}

/**
 * The same store, which also understands journeys "of archetype 2" and "that skip this step of the plan": they are found, and their
 * exact paths asked for.
 */
export function withArchetypes(events: EventStore): EventStore {
  const ask: EventStore['ask'] = async (...[workspace, definition, question, signal]) => {
    const asking = { events, workspace, definition, signal }
    const resolved: Question =
      question.question === 'members'
        ? { ...question, of: await resolve(asking, question.of) }
        : await resolve(asking, question as Exclude<Question, { question: 'members' }>)
    return events.ask(workspace, definition, resolved as typeof question, signal)
  }
  const paths: EventStore['paths'] = async (...[workspace, definition, asked, signal]) =>
    events.paths(workspace, definition, await resolve({ events, workspace, definition, signal }, asked), signal)
  const traces: EventStore['traces'] = async (...[workspace, definition, asked, signal]) =>
    events.traces(workspace, definition, await resolve({ events, workspace, definition, signal }, asked), signal)
  const asked = Object.assign(Object.create(events) as EventStore, { ask, paths, traces })
  knowTogether(events, asked)
  return asked
}

async function resolve<Q extends Pick<Asked, 'events' | 'journeys'>>({ events, ...asking }: Asking, given: Q): Promise<Q> {
  const question = await withDeviation({ events, ...asking }, given)
  const { archetype, ...journeys } = question.journeys ?? {}
  if (!archetype) return question
  const { most, seeds, number, among } = archetype
  const filters = {
    ...(question.events && { events: question.events }),
    ...(among && Object.keys(among).length > 0 && { journeys: among }),
  }
  const found = await foundArchetypes(events, { ...asking, filters, most, seeds }, { run: runAside })
  const group = found.groups[number - 1]
  if (!group) {
    const there =
      found.groups.length === 0
        ? 'there are too few journeys for any'
        : found.groups.length === 1
          ? 'there is 1'
          : `there are ${found.groups.length}`
    throw new EventStoreError('bad_question', `There is no archetype ${number}: ${there}.`)
  }
  const both = intersectFilters(intersectFilters(journeys, found.filters.journeys ?? {}) ?? { paths: [] }, { paths: group.paths })
  return { ...question, journeys: both ?? { paths: [] } }
}
