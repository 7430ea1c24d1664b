import { slowThreshold } from '../../analysis/discover/slow-threshold.ts'
import { painInsights } from '../../analysis/insights/pain-insights.ts'
import { findPainPoints } from '../../analysis/pain-points/find-pain-points.ts'
import { insightKinds } from '../../journey/insight.ts'
import type { Method } from './method.ts'

/** Everything that analysis finds, largest first. */
export const insightsMethod: Method<'insights'> = async ({ ask, definition, progress }, question) => {
  progress('Asking the journeys', 0)
  const overview = await ask({ question: 'overview' })
  const touchpoints = await ask({ question: 'touchpoints' })
  const transitions = await ask({ question: 'transitions' })
  const scores = await ask({ question: 'scores' })
  progress('Asking the journeys', 0.5)
  const slowerThanMs = slowThreshold(transitions.rows)
  const slow = slowerThanMs === undefined ? transitions : await ask({ question: 'transitions', slowerThanMs })
  const pains = findPainPoints({
    definition,
    journeys: overview.journeys,
    touchpoints: touchpoints.rows,
    transitions: slow.rows,
    scores: scores.rows,
    ...(slowerThanMs !== undefined && { slowerThanMs }),
  })
  const insights = painInsights(pains).filter(({ kind }) => question.kinds?.includes(kind) ?? true)
  const { offset = 0, limit = insights.length } = question
  return {
    question: 'insights',
    unit: 'journeys',
    journeys: overview.journeys,
    events: overview.events,
    total: insights.length,
    rows: insights.slice(offset, offset + limit),
    summary: { found: insightKinds.map((kind) => ({ kind, count: insights.filter((one) => one.kind === kind).length })) },
    notes: insights.length > 0 ? [] : ['Nothing here is worse than its comparison by an amount that chance would not bring.'],
  }
}
