import type { PredictionQuality } from '../../journey/methods/next.ts'
import type { Method } from './method.ts'
import { cutPage } from './cut-page.ts'

/** Journeys learnt from at the most. */
export const mostLearnt = 20_000

/** What comes next after a path, and how good such sayings are. */
export const nextMethod: Method<'next'> = async ({ events, workspace, definition, signal, aside, progress }, question) => {
  progress('Reading journeys', null)
  const { path, events: eventFilter, journeys } = question
  const filters = { ...(eventFilter && { events: eventFilter }), ...(journeys && { journeys }) }
  const paths = await events.paths(workspace, definition, { ...filters, most: mostLearnt }, signal)
  progress('Learning from journeys', 0)
  const { rows, summary } = await aside('next', { paths, path, hasGoal: definition.goal.length > 0 })
  return {
    question: 'next',
    unit: 'journeys',
    journeys: paths.journeys,
    events: paths.events,
    ...cutPage(rows, question),
    summary,
    notes: [...verdict(summary.quality, summary.majority), ...sampled(paths), ...strange(path, paths.names)],
  }
}

function verdict(quality: PredictionQuality | null, majority: PredictionQuality | null): readonly string[] {
  if (!quality || !majority || quality.moments < 100)
    return ['There are too few later journeys to judge these chances by: take them as a hint at most.']
  if (quality.logLoss >= majority.logLoss)
    return ['On later journeys this is no better than always saying what is commonest: do not rely on it.']
  return []
}

export const sampled = ({ journeys, rows }: { readonly journeys: number; readonly rows: readonly unknown[] }): readonly string[] =>
  rows.length < journeys
    ? [`Learnt from ${rows.length} of ${journeys} journeys: those of every so many customers, always the same ones.`]
    : []

const strange = (path: readonly string[], names: readonly string[]): readonly string[] =>
  path
    .filter((name) => !names.includes(name))
    .map((name) => `No event is called "${name}": what follows it is guessed from what comes before it or from all journeys.`)
