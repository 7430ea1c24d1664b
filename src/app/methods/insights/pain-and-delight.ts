import { slowThreshold } from '../../../analysis/discover/slow-threshold.ts'
import { feltEnough, makeInsights } from '../../../analysis/insights/make-insights.ts'
import { planStages } from '../../../analysis/stages/plan-stages.ts'
import type { Gatherer } from '../insights.ts'

/** Pain points and delights, as `discover` puts them on the map of the same journeys. */
export const painAndDelight: Gatherer = async ({ ask, events, workspace, definition, signal, progress }, question) => {
  const touchpoints = await ask({ question: 'touchpoints' })
  const transitions = await ask({ question: 'transitions' })
  const scores = await ask({ question: 'scores' })
  const verbatims = await ask({ question: 'verbatims', limit: 2000 })
  const slowerThanMs = slowThreshold(transitions.rows)
  const slow = slowerThanMs === undefined ? transitions : await ask({ question: 'transitions', slowerThanMs })
  progress('Comparing journeys', 0.5)
  const filters = { ...(question.events && { events: question.events }), ...(question.journeys && { journeys: question.journeys }) }
  const none = { ...touchpoints, rows: [] }
  const felt = feltEnough(scores.rows)
  const traces = felt ? await events.traces(workspace, definition, filters, signal) : none
  const plan = planStages({ touchpoints: touchpoints.rows, transitions: transitions.rows })
  const made = makeInsights({
    definition,
    journeys: touchpoints.journeys,
    touchpoints: touchpoints.rows,
    transitions: slow.rows,
    ...(slowerThanMs !== undefined && { slowerThanMs }),
    scores: scores.rows,
    verbatims: verbatims.rows,
    traces: traces.rows,
    stageOf: new Map(plan.stages.flatMap(({ id, steps }) => steps.flatMap((step) => step.touchpoints.map((name) => [name, id] as const)))),
    stageOrder: plan.stages.map(({ id }) => id),
  })
  const told = traces.rows.length
  const sampled =
    felt && told < touchpoints.journeys
      ? [`Scores were compared in ${told} of ${touchpoints.journeys} journeys, chosen by hash; counts are of all.`]
      : []
  return {
    insights: made.insights,
    notes: [...made.notes, ...sampled],
    summary: {
      looked: made.looked,
      sample: { journeys: told, scores: traces.rows.reduce((all, { scores: given }) => all + given.length, 0) },
    },
  }
}
