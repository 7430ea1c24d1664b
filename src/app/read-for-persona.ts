import { planOfMap, readForPersona } from '../analysis/discover/read-for-persona.ts'
import { intersectFilters } from '../analysis/personas/intersect-filters.ts'
import type { MapReading } from '../contract/personas.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyFilter } from '../journey/filter.ts'
import type { JourneyMap } from '../journey/map.ts'
import { noJourneys } from '../journey/no-journeys.ts'
import type { Actor } from './actor.ts'
import { askMap, type Ask } from './ask-map.ts'
import { mapReads, type MapReads } from './map-reads.ts'
import { openMap } from './open-map.ts'
import { demand } from './permission.ts'
import { overview } from './persona-numbers.ts'
import { loadPersona } from './personas.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export interface ReadForInput {
  readonly id: string
  readonly persona: string
  readonly signal: AbortSignal
}

/**
 * The whole map for one persona: the map's own questions asked again with the persona's rule, on the map's stages and
 * steps as people have them. Refuses with `map_not_found`, `map_by_hand`, `persona_not_found` or `persona_without_rule`.
 */
export async function readMapFor(actor: Actor, wend: Wend, { id, persona, signal }: ReadForInput): Promise<MapReading> {
  demand(actor, 'look')
  const map = await openMap(actor, wend, id)
  const { name, segment } = await loadPersona(actor, wend, persona)
  if (segment === null) throw new Refusal('persona_without_rule')
  if (!map.basis || map.stages.every((stage) => stage.steps.every((step) => step.touchpoints.length === 0)))
    throw new Refusal('map_by_hand')
  const { definition } = map.basis
  const of = await overview({ actor, wend, definition, signal })
  const computed = await computeOnStages(askFor({ actor, wend, definition, segment, signal }), map, {
    version: wend.version,
    ...(await mapReads({ events: wend.events, state: wend.state, workspace: actor.workspace, definition, journeys: segment, signal })),
  })
  return {
    persona,
    name,
    journeys: computed.basis?.journeys ?? 0,
    of: of.journeys,
    map: readForPersona({ map, computed, persona, segment }),
  }
}

interface AskFor {
  readonly actor: Actor
  readonly wend: Wend
  readonly definition: JourneyDefinition
  readonly segment: JourneyFilter
  readonly signal: AbortSignal
}

/** Asks with the persona's rule on top of the question's own; where both cannot be, nothing is asked and nothing found. */
const askFor =
  ({ actor, wend, definition, segment, signal }: AskFor): Ask =>
  async (question) => {
    const journeys = intersectFilters(question.journeys ?? {}, segment)
    if (!journeys) return { question: question.question, unit: 'journeys', journeys: 0, events: 0, total: 0, rows: [] }
    return wend.events.ask(actor.workspace, definition, { ...question, journeys }, signal)
  }

/** A map of the same stages and steps, all its numbers asked anew. Refuses with `map_by_hand`. */
export async function computeOnStages(
  ask: Ask,
  map: JourneyMap,
  { version, ...reads }: MapReads & { readonly version: string },
): Promise<JourneyMap> {
  const { basis } = map
  if (!basis) throw new Refusal('map_by_hand')
  return askMap(ask, {
    title: map.title,
    definition: basis.definition,
    sources: basis.sources,
    version,
    ...reads,
    overviewOf: ([overview]) => overview ?? noJourneys,
    planOf: () => planOfMap(map),
  })
}
