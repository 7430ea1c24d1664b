import type { Archetypes } from '../../analysis/archetypes/find-archetypes.ts'
import type { EventStore, WorkspaceId } from '../../events/event-store.ts'
import { canonicalJson } from '../../journey/canonical-json.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { EventFilter, JourneyFilter } from '../../journey/filter.ts'
import type { PathGroup } from '../../journey/question.ts'
import { packPaths } from '../aside/archetypes.ts'
import type { RunAside } from '../aside/run-aside.ts'
import { AnswerCache } from '../methods/answer-cache.ts'

/** Whose archetypes are asked for. */
export interface AskedArchetypes {
  readonly workspace: WorkspaceId
  readonly definition: JourneyDefinition
  readonly filters: { readonly events?: EventFilter; readonly journeys?: JourneyFilter }
  readonly most?: number | undefined
  readonly seeds?: number | undefined
  readonly signal: AbortSignal
}

/** Archetypes with what they were found in. */
export interface FoundArchetypes {
  /** Undefined: too few journeys. */
  readonly archetypes: Archetypes | undefined
  /** Paths by the number of the archetype that they belong to. */
  readonly groups: readonly PathGroup[]
  readonly variants: number
  /** Journeys there are, and those of them that were looked at. */
  readonly allJourneys: number
  readonly journeys: number
  readonly events: number
  readonly oneIn: number
  readonly most: number
  readonly seeds: number
  /** The filters, with the sample that was taken: under these every number can be opened. */
  readonly filters: { readonly events?: EventFilter; readonly journeys?: JourneyFilter }
}

interface Working {
  readonly run: RunAside
  readonly progress?: (phase: string, share: number | null) => void
}

/** Distinct paths looked at, at the most; with more, fewer customers are looked at. */
export const mostVariants = 100_000
const usualMost = 8
const usualSeeds = 8

/** What was found stays known while its store is open and nothing changes: a number opens its list without a new search. */
const known = new WeakMap<EventStore, AnswerCache>()

/** One store under two names knows the same. */
export function knowTogether(one: EventStore, other: EventStore): void {
  const kept = known.get(one) ?? new AnswerCache(4)
  known.set(one, kept)
  known.set(other, kept)
}

/** Finds the archetypes of some journeys, in a thread of its own. Rejects with an error of the event store or an abort. */
export async function foundArchetypes(events: EventStore, asked: AskedArchetypes, working: Working): Promise<FoundArchetypes> {
  const { workspace, definition, filters, most = usualMost, seeds = usualSeeds } = asked
  const kept = known.get(events) ?? new AnswerCache(4)
  known.set(events, kept)
  const revision = await events.revision(workspace)
  const key = canonicalJson({ workspace, revision, definition: { ...definition, name: '' }, filters, most, seeds })
  const before = kept.get(key) as FoundArchetypes | undefined
  if (before) return before
  const found = await find(events, { ...asked, most, seeds }, working)
  kept.put(key, found)
  return found
}

async function find(
  events: EventStore,
  asked: AskedArchetypes & { readonly most: number; readonly seeds: number },
  { run, progress }: Working,
): Promise<FoundArchetypes> {
  const { workspace, definition, filters, most, seeds, signal } = asked
  const ask = (journeys: JourneyFilter | undefined, limit: number) =>
    events.ask(workspace, definition, { question: 'variants', ...filters, ...(journeys && { journeys }), limit }, signal)
  progress?.('Reading the paths', null)
  const all = await ask(filters.journeys, mostVariants)
  let variants = all
  let oneIn = 1
  // Some paths are longer or rarer than others: half as many customers have more than half as many paths.
  while (variants.total > mostVariants) {
    oneIn = Math.max(oneIn + 1, Math.ceil((oneIn * variants.total) / mostVariants))
    variants = await ask({ ...filters.journeys, oneIn: oneIn * (filters.journeys?.oneIn ?? 1) }, mostVariants)
  }
  const noSteps = (await events.surveys(workspace)).filter((name) => !definition.goal.includes(name))
  progress?.('Telling the journeys apart', 0)
  const options = { signal, onProgress: (share: number) => progress?.('Telling the journeys apart', share) }
  const archetypes = await run('archetypes', { paths: packPaths(variants.rows), most, seeds, noSteps }, options)
  const sampled = oneIn === 1 ? filters.journeys : { ...filters.journeys, oneIn: oneIn * (filters.journeys?.oneIn ?? 1) }
  return {
    archetypes,
    groups: (archetypes?.archetypes ?? []).map(({ number }) => ({
      group: String(number),
      paths: variants.rows.flatMap(({ path }, v) => (archetypes?.assigned[v] === number ? [path] : [])),
    })),
    variants: variants.total,
    allJourneys: all.journeys,
    journeys: variants.journeys,
    events: variants.events,
    oneIn,
    most,
    seeds,
    filters: { ...filters, ...(sampled && { journeys: sampled }) },
  }
}
