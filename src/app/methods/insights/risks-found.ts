import { riskInsights } from '../../../analysis/prediction/risk-insights.ts'
import type { Gatherer } from '../insights.ts'
import { outlookMethod } from '../outlook.ts'

/** Where those under way now stand still. */
export const risksFound: Gatherer = async (context, { events, journeys }) => {
  if (context.definition.stillOpenMs === undefined) return { insights: [], notes: [] }
  const { rows, summary } = await outlookMethod(context, { question: 'outlook', ...(events && { events }), ...(journeys && { journeys }) })
  return { insights: riskInsights(rows, summary.open), notes: [] }
}
