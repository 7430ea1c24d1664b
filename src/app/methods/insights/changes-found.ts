import { changeInsights } from '../../../analysis/drift/change-insights.ts'
import { changesMethod } from '../changes.ts'
import type { Gatherer } from '../insights.ts'

/** What changed from week to week. */
export const changesFound: Gatherer = async (context, { events, journeys }) => {
  const asked = { ...(events && { events }), ...(journeys && { journeys }) }
  const { rows } = await changesMethod(context, { question: 'changes', bucket: 'week', ...asked })
  return { insights: changeInsights(rows), notes: [] }
}
