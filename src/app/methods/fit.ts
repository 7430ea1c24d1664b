import { automatonOf } from '../plan/automaton-of.ts'
import { cutPage } from './cut-page.ts'
import type { Method } from './method.ts'

/** Journeys compared with the plan, at the most. */
const mostJourneys = 20_000

/** How journeys follow a plan. */
export const fitMethod: Method<'fit'> = async ({ events, workspace, definition, signal, aside, progress }, question) => {
  const plan = automatonOf(question.plan)
  progress('Reading journeys', null)
  const { events: eventFilter, journeys } = question
  const filters = { ...(eventFilter && { events: eventFilter }), ...(journeys && { journeys }) }
  const paths = await events.paths(workspace, definition, { ...filters, most: mostJourneys, makeup: true }, signal)
  progress('Comparing with the plan', 0)
  const hasGoal = definition.goal.length > 0
  const { rows, summary } = await aside('fit', { paths, plan, segments: definition.segments, hasGoal })
  return {
    question: 'fit',
    unit: 'journeys',
    journeys: paths.rows.length,
    events: paths.events,
    ...cutPage(rows, question),
    summary: { ...summary, oneIn: paths.oneIn },
    notes: [
      ...(paths.rows.length === 0 ? ['There are no journeys to compare with the plan.'] : []),
      ...summary.neverOccur.map(
        (step) => `Step "${step}" never occurs in these journeys: rename it, or say which touchpoints it stands for.`,
      ),
      ...(paths.oneIn > 1
        ? [
            `There are ${paths.journeys} journeys: one customer in ${paths.oneIn} was looked at, by a hash of the id. All numbers here are of those ${paths.rows.length}.`,
          ]
        : []),
      ...(summary.tooLong > 0 ? [`${summary.tooLong} journeys are too long to be compared with this plan and are left out.`] : []),
      ...(rows.some(({ goal, duration, score }) => goal ?? duration ?? score)
        ? [
            `Differences ${hasGoal ? 'in time are among journeys that reached the goal; they' : ''} go with a deviation and need not come from it: those who deviate may differ in other ways too.`.replace(
              '  ',
              ' ',
            ),
          ]
        : []),
    ],
  }
}
