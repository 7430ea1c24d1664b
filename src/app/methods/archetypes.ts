import { archetypeRows } from '../../analysis/archetypes/archetype-rows.ts'
import { fewestJourneys } from '../../analysis/archetypes/find-archetypes.ts'
import type { ArchetypesQuestion } from '../../journey/methods/archetypes.ts'
import { foundArchetypes, type FoundArchetypes } from '../archetypes/found-archetypes.ts'
import type { Method } from './method.ts'

/** Groups of journeys that behave alike, with what they do, how they end and who they are. */
export const archetypesMethod: Method<'archetypes'> = async (context, question) => {
  const { events, workspace, definition, signal, aside, progress } = context
  const { archetype: chosen, ...journeys } = question.journeys ?? {}
  const filters = { ...(question.events && { events: question.events }), ...(Object.keys(journeys).length > 0 && { journeys }) }
  const { most, seeds } = question
  const found = await foundArchetypes(events, { workspace, definition, filters, most, seeds, signal }, { run: aside, progress })
  const rows = found.archetypes ? await rowsOf(context, found) : []
  const { offset = 0, limit = rows.length } = question
  return {
    question: 'archetypes',
    unit: 'journeys',
    journeys: found.journeys,
    events: found.events,
    total: rows.length,
    rows: rows.slice(offset, offset + limit),
    summary: {
      variants: found.variants,
      tried: (found.archetypes?.tried ?? []).map((one) => ({ ...one, heldOut: one.heldOut ?? null })),
      certainty: found.archetypes?.certainty ?? 0,
      coverage: found.archetypes?.coverage ?? 0,
      most: found.most,
      seeds: found.seeds,
      oneIn: found.oneIn,
      hasGoal: definition.goal.length > 0,
    },
    notes: notesOn(found, question, { chosen: chosen !== undefined, goal: definition.goal.length > 0 }),
  }
}

async function rowsOf({ events, workspace, definition, signal, progress }: Parameters<Method<'archetypes'>>[0], found: FoundArchetypes) {
  const asked = { ...found.filters, groupPaths: found.groups, limit: 1_000_000 }
  progress('Counting what each archetype does', null)
  const makeup = await events.ask(workspace, definition, { question: 'makeup', ...asked }, signal)
  const transitions = await events.ask(workspace, definition, { question: 'transitions', ...asked }, signal)
  progress('Asking how they felt', null)
  const scores = await events.ask(workspace, definition, { question: 'scores', ...asked }, signal)
  return archetypeRows({
    archetypes: found.archetypes?.archetypes ?? [],
    makeup: makeup.rows,
    transitions: transitions.rows,
    scores: scores.rows,
  })
}

function notesOn(
  found: FoundArchetypes,
  { most = 8 }: ArchetypesQuestion,
  { chosen, goal }: { readonly chosen: boolean; readonly goal: boolean },
): readonly string[] {
  const { archetypes, journeys, variants, oneIn, allJourneys } = found
  if (!archetypes)
    return [
      `Not enough journeys: telling groups apart takes at least ${fewestJourneys}, and there ${journeys === 1 ? 'is 1' : `are ${journeys}`}.`,
    ]
  const size = archetypes.archetypes.length
  const notes = [
    size === 1
      ? variants === 1
        ? 'All journeys took the same path, so there is one archetype.'
        : 'One archetype explains these journeys as well as several would: what differs between them looks like chance.'
      : `A mixture of Markov chains: ${size} groups explain the journeys best (BIC, confirmed on journeys left out). Each journey is counted in the one it fits most.`,
  ]
  if (size > 1 && archetypes.certainty < 0.75)
    notes.push(
      `Many journeys fit more than one archetype (certainty ${Math.round(archetypes.certainty * 100)} %): read them as tendencies, not as walls.`,
    )
  if (size === most && most > 1 && size > 1) notes.push(`${most} is the largest number that was tried; there may be more.`)
  if (oneIn > 1)
    notes.push(
      `There are too many different paths to look at all: one customer in ${oneIn} was taken by a hash of the id, ${journeys} of ${allJourneys} journeys. All numbers here are of those.`,
    )
  if (!goal) notes.push('The journey definition names no goal, so it cannot be said which archetypes reach it.')
  if (chosen) notes.push('The filter for one archetype is left out here: archetypes are told apart among all journeys.')
  return notes
}
