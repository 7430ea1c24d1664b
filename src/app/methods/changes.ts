import { fewestPeriods } from '../../analysis/drift/find-changes.ts'
import { cutPage } from './cut-page.ts'
import type { Method } from './method.ts'

/** What changed over time. */
export const changesMethod: Method<'changes'> = async ({ events, workspace, definition, signal, aside, progress }, question) => {
  progress('Counting by period', null)
  const { bucket, events: eventFilter, journeys } = question
  const asked = { bucket, ...(eventFilter && { events: eventFilter }), ...(journeys && { journeys }) }
  const periods = await events.periods(workspace, definition, asked, signal)
  const enough = periods.starts.length >= fewestPeriods
  progress('Looking for changes', 0)
  const { rows, series } = enough ? await aside('changes', { periods, stillOpenMs: definition.stillOpenMs ?? 0 }) : { rows: [], series: 0 }
  return {
    question: 'changes',
    unit: 'occurrences',
    journeys: periods.journeys,
    events: periods.events,
    ...cutPage(rows, question),
    summary: { periods: periods.starts, series },
    notes: enough
      ? [
          ...(series === 0 ? ['Nothing happens often enough to be watched: a series takes 200 occurrences, or 100 answers.'] : []),
          ...(rows.length > 0
            ? [
                'A change is cut where its two sides differ most. Intervals do not know that the place was chosen so: they are a little too narrow. Other things may have changed at the same time.',
              ]
            : []),
        ]
      : [
          `There ${periods.starts.length === 1 ? 'is 1 period' : `are ${periods.starts.length} periods`}: a change can be told from chance with at least ${fewestPeriods}. Take shorter periods, or wait.`,
        ],
  }
}
