import { outlookLists } from '../../journey/methods/outlook.ts'
import { cutPage } from './cut-page.ts'
import type { Method } from './method.ts'
import { mostLearnt, sampled } from './next.ts'

/** Open journeys looked at, at the most. */
const mostOpen = 20_000

/** Who of those under way now is stuck, likely to leave or ready. */
export const outlookMethod: Method<'outlook'> = async ({ events, workspace, definition, signal, aside, progress }, question) => {
  progress('Reading journeys', null)
  const { events: eventFilter, journeys, list } = question
  const filter = eventFilter && { events: eventFilter }
  const paths = await events.paths(workspace, definition, { ...filter, ...(journeys && { journeys }), most: mostLearnt }, signal)
  const opened = { ...journeys, outcomes: ['open'] as const }
  const open = await events.paths(workspace, definition, { ...filter, journeys: opened, most: mostOpen, ids: true }, signal)
  progress('Looking at those under way', 0)
  const hasGoal = definition.goal.length > 0
  const all = open.rows.length === 0 ? [] : await aside('outlook', { paths, open, hasGoal })
  const rows = list === undefined ? all : all.filter((row) => row.list === list)
  return {
    question: 'outlook',
    unit: definition.unit === 'account' ? 'accounts' : 'customers',
    journeys: paths.journeys,
    events: paths.events,
    ...cutPage(rows, question),
    summary: {
      open: open.journeys,
      looked: open.rows.length,
      counts: outlookLists.map((one) => ({ list: one, count: all.filter((row) => row.list === one).length })),
      learnt: paths.rows.length,
      asOf: paths.asOf,
    },
    notes: [
      ...(definition.stillOpenMs === undefined
        ? ['Nobody is under way: the journey definition does not say how long a journey counts as still open. Set it, such as 30 days.']
        : open.journeys === 0
          ? ['Nobody is under way: the last event of every journey without the goal is older than the definition’s "still open" time.']
          : []),
      ...(hasGoal ? [] : ['The definition names no goal, so that nobody can be ready for it.']),
      ...(open.rows.length < open.journeys ? [`Looked at ${open.rows.length} of the ${open.journeys} that are under way.`] : []),
      ...sampled(paths),
    ],
  }
}
