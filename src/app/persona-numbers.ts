import { scoresOf, sharesOf } from '../analysis/personas/persona-numbers.ts'
import type { DefinitionChoice } from '../contract/definitions.ts'
import type { PersonaNumbers, PersonaPreviewRequest } from '../contract/personas.ts'
import type { OverviewRow } from '../journey/answer.ts'
import { noJourneys } from '../journey/no-journeys.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyFilter } from '../journey/filter.ts'
import type { Actor } from './actor.ts'
import { chooseDefinition } from './definitions.ts'
import { demand } from './permission.ts'
import { loadPersona } from './personas.ts'
import type { Wend } from './wend.ts'

export interface NumbersInput {
  readonly id: string
  readonly definition?: DefinitionChoice | undefined
  readonly signal: AbortSignal
}

/** A persona's real numbers: the usual questions asked with its rule. Without a rule they are everybody's. Refuses with `persona_not_found` or `definition_not_found`. */
export async function personaNumbers(actor: Actor, wend: Wend, { id, definition: choice, signal }: NumbersInput): Promise<PersonaNumbers> {
  demand(actor, 'look')
  const { segment } = await loadPersona(actor, wend, id)
  const definition = await chooseDefinition(actor, wend, choice)
  const ask: Overviews = { actor, wend, definition, signal }
  const row = await overview(ask, segment ?? undefined)
  const of = segment === null ? row : await overview(ask)
  const scores = await wend.events.ask(
    actor.workspace,
    definition,
    { question: 'scores', ...(segment !== null && { journeys: segment }) },
    signal,
  )
  const { journeys, customers, reachedGoal, lost, open, p50Duration, p90Duration } = row
  return {
    segment,
    journeys,
    of: of.journeys,
    ...sharesOf(row, of.journeys),
    customers,
    reachedGoal,
    lost,
    open,
    hasGoal: definition.goal.length > 0,
    p50Duration,
    p90Duration,
    scores: scoresOf(scores.rows),
  }
}

/** How many journeys a rule would let through, before anybody saves it. */
export async function previewSegment(
  actor: Actor,
  wend: Wend,
  { definition: choice, segment, signal }: PersonaPreviewRequest & { readonly signal: AbortSignal },
): Promise<{ readonly journeys: number; readonly customers: number; readonly of: number }> {
  demand(actor, 'look')
  const ask: Overviews = { actor, wend, definition: await chooseDefinition(actor, wend, choice), signal }
  const { journeys, customers } = await overview(ask, segment)
  return { journeys, customers, of: (await overview(ask)).journeys }
}

export interface Overviews {
  readonly actor: Actor
  readonly wend: Wend
  readonly definition: JourneyDefinition
  readonly signal: AbortSignal
}

/** The first numbers of the journeys that a filter lets through; zeros where there are none. */
export async function overview({ actor, wend, definition, signal }: Overviews, journeys?: JourneyFilter): Promise<OverviewRow> {
  const answer = await wend.events.ask(actor.workspace, definition, { question: 'overview', ...(journeys && { journeys }) }, signal)
  return answer.rows[0] ?? noJourneys
}
