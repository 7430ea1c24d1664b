import { archetypeInsights } from '../../../analysis/archetypes/archetype-insights.ts'
import { archetypesMethod } from '../archetypes.ts'
import type { Gatherer } from '../insights.ts'

/** Archetypes that reach the goal less or more often than the others. */
export const archetypesFound: Gatherer = async (context, { events, journeys }) => {
  if (context.definition.goal.length === 0) return { insights: [], notes: [] }
  const filters = { ...(events && { events }), ...(journeys && { journeys }) }
  const { rows } = await archetypesMethod(context, { question: 'archetypes', ...filters })
  return { insights: archetypeInsights(rows, filters), notes: [] }
}
