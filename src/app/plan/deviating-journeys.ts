import { intersectFilters } from '../../analysis/personas/intersect-filters.ts'
import type { EventStore } from '../../events/event-store.ts'
import { canonicalJson } from '../../journey/canonical-json.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { DeviationKind } from '../../journey/filter.ts'
import type { Plan, PlanNet } from '../../journey/plan.ts'
import type { Asked } from '../../journey/question.ts'
import { runAside } from '../aside/run-aside.ts'
import { AnswerCache } from '../methods/answer-cache.ts'
import { automatonOf } from './automaton-of.ts'

interface Asking {
  readonly events: EventStore
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly signal: AbortSignal
}
type Filters = Pick<Asked, 'events' | 'journeys'>
type Paths = readonly (readonly string[])[]

/** Paths looked at, at the most. */
const mostPaths = 100_000

/** What was found stays known while its store is open and nothing changes: the next number opens its list at once. */
const known = new WeakMap<EventStore, AnswerCache>()

/** The question with "journeys that do not follow the plan in this way" spelled out as their exact paths. */
export async function withDeviation<Q extends Filters>(asking: Asking, question: Q): Promise<Q> {
  const { deviation, ...journeys } = question.journeys ?? {}
  if (!deviation) return question
  const filters = { ...(question.events && { events: question.events }), ...(Object.keys(journeys).length > 0 && { journeys }) }
  const paths = (await deviating(asking, deviation.plan, filters)).get(keyOf(deviation.kind, deviation.what)) ?? []
  return { ...question, journeys: intersectFilters(journeys, { paths }) ?? { paths: [] } }
}

const keyOf = (kind: DeviationKind, what: string): string => JSON.stringify([kind, what])

async function deviating(
  { events, workspace, definition, signal }: Asking,
  plan: Plan | PlanNet,
  filters: Filters,
): Promise<ReadonlyMap<string, Paths>> {
  const cache = known.get(events) ?? new AnswerCache(4)
  known.set(events, cache)
  const revision = await events.revision(workspace)
  const key = canonicalJson({ workspace, revision, definition: { ...definition, name: '' }, plan, filters })
  const before = cache.get(key) as ReadonlyMap<string, Paths> | undefined
  if (before) return before
  const variants = await events.ask(workspace, definition, { question: 'variants', ...filters, limit: mostPaths }, signal)
  const paths = variants.rows.map(({ path }) => path)
  const found = await runAside('deviating', { paths, plan: automatonOf(plan) }, { signal })
  const byDeviation = new Map(found.map(({ kind, what, places }) => [keyOf(kind, what), places.map((place) => paths[place]!)]))
  cache.put(key, byDeviation)
  return byDeviation
}
