import { intersectFilters } from '../analysis/personas/intersect-filters.ts'
import type { DefinitionChoice } from '../contract/definitions.ts'
import type { PersonaOverlap } from '../contract/personas.ts'
import type { JourneyFilter } from '../journey/filter.ts'
import type { Actor } from './actor.ts'
import { chooseDefinition } from './definitions.ts'
import { demand } from './permission.ts'
import { overview, type Overviews } from './persona-numbers.ts'
import { mostPersonas } from './personas.ts'
import type { Wend } from './wend.ts'

export interface OverlapInput {
  readonly definition?: DefinitionChoice | undefined
  readonly signal: AbortSignal
}

/** Questions that one overlap may ask; more rules than that overlap to be counted one by one. */
const mostQuestions = 200

/** Some personas together, and the filter of the journeys that all of them claim. */
interface Together {
  readonly members: readonly number[]
  readonly filter: JourneyFilter
  readonly journeys: number
}

/** How the rules of the personas share out the journeys: each alone, two by two, and what is nobody's. */
export async function personaOverlap(actor: Actor, wend: Wend, { definition: choice, signal }: OverlapInput): Promise<PersonaOverlap> {
  demand(actor, 'look')
  const { rows } = await wend.state.personas.list(actor.workspace, { limit: mostPersonas, offset: 0, removed: false })
  const ruled = rows.flatMap(({ id, body }) => {
    const { segment } = body as { readonly segment?: JourneyFilter | null }
    return segment ? [{ id, segment }] : []
  })
  const ask: Overviews = { actor, wend, definition: await chooseDefinition(actor, wend, choice), signal }
  const all = (await overview(ask)).journeys
  const levels = await countTogether(
    ask,
    ruled.map(({ segment }) => segment),
  )
  const idAt = (index: number | undefined): string => ruled[index ?? -1]?.id ?? ''
  const found = levels.counted.filter(({ journeys }) => journeys > 0)
  return {
    journeys: all,
    personas: levels.counted
      .filter(({ members }) => members.length === 1)
      .map(({ members, journeys }) => ({ id: idAt(members[0]), journeys })),
    pairs: found
      .filter(({ members }) => members.length === 2)
      .map(({ members, journeys }) => ({ a: idAt(members[0]), b: idAt(members[1]), journeys })),
    rest: levels.complete
      ? found.reduce((left, { members, journeys }) => left - (members.length % 2 === 1 ? journeys : -journeys), all)
      : null,
  }
}

/**
 * Counts every set of rules that claim a journey together, smallest sets first: a set of which a part claims nothing
 * together claims nothing either, so few are asked. Inclusion and exclusion over them gives what is nobody's.
 */
async function countTogether(
  ask: Overviews,
  segments: readonly JourneyFilter[],
): Promise<{ readonly counted: readonly Together[]; readonly complete: boolean }> {
  const counted: Together[] = []
  let level: readonly Together[] = [{ members: [], filter: {}, journeys: 1 }]
  while (level.length > 0) {
    const next: Together[] = []
    for (const { members, filter } of level) {
      for (let index = (members.at(-1) ?? -1) + 1; index < segments.length; index += 1) {
        const both = intersectFilters(filter, segments[index] ?? {})
        if (both && members.length > 0 && counted.length >= mostQuestions) return { counted, complete: false }
        const journeys = both ? (await overview(ask, both)).journeys : 0
        const together = { members: [...members, index], filter: both ?? {}, journeys }
        counted.push(together)
        if (journeys > 0) next.push(together)
      }
    }
    level = next
  }
  return { counted, complete: true }
}
