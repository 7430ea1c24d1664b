import { compareGroups, type GroupAnswers } from '../../analysis/compare/compare-groups.ts'
import { intersectFilters } from '../../analysis/personas/intersect-filters.ts'
import type { JourneyFilter } from '../../journey/filter.ts'
import type { ComparedGroup, CompareQuestion } from '../../journey/methods/compare.ts'
import { noJourneys } from '../../journey/no-journeys.ts'
import { cutPage } from './cut-page.ts'
import type { Method, MethodContext } from './method.ts'

/** Journeys whose durations are looked at, at the most, of each group. */
const mostDurations = 30_000

/** Two groups of journeys side by side. */
export const compareMethod: Method<'compare'> = async (context, question) => {
  const { definition, progress } = context
  const hasGoal = definition.goal.length > 0
  const [a, b] = [filterOf(question, question.a), filterOf(question, question.b)]
  progress(`Asking about ${question.a.name}`, 0)
  const one = await answersOf(context, question, a)
  progress(`Asking about ${question.b.name}`, 0.4)
  const other = await answersOf(context, question, b)
  progress('Comparing', 0.8)
  const both = await countBoth(context, question, a && b ? intersectFilters(a, b) : undefined)
  const { rows, tooFew } = compareGroups(one, other, hasGoal)
  const [journeysA, journeysB] = [one.overview.journeys, other.overview.journeys]
  return {
    question: 'compare',
    unit: 'journeys',
    journeys: journeysA + journeysB - both,
    events: one.overview.events + other.overview.events,
    ...cutPage(rows, question),
    summary: { journeysA, journeysB, both, tooFew },
    notes: notesOn(question, { journeysA, journeysB, both, tooFew, compared: rows.length }),
  }
}

/** The group's journeys under the question's own filter; undefined where none can be both. */
const filterOf = ({ journeys }: CompareQuestion, group: ComparedGroup): JourneyFilter | undefined =>
  intersectFilters(journeys ?? {}, group.journeys ?? {})

const nothing: GroupAnswers = { overview: noJourneys, touchpoints: [], transitions: [], scores: [], durations: [] }

async function answersOf(
  { ask, events, workspace, definition, signal }: MethodContext,
  question: CompareQuestion,
  journeys: JourneyFilter | undefined,
): Promise<GroupAnswers> {
  if (!journeys) return nothing
  const overview = (await ask({ question: 'overview', journeys })).rows[0]
  if (!overview || overview.journeys === 0) return nothing
  const touchpoints = await ask({ question: 'touchpoints', journeys, limit: 500 })
  const transitions = await ask({ question: 'transitions', journeys, limit: 5000 })
  const scores = await ask({ question: 'scores', journeys, limit: 5000 })
  const outcomes = definition.goal.length > 0 ? (['goal'] as const) : (['lost'] as const)
  const done = intersectFilters(journeys, { outcomes })
  const paths = done
    ? await events.paths(
        workspace,
        definition,
        { ...(question.events && { events: question.events }), journeys: done, most: mostDurations },
        signal,
      )
    : { rows: [] }
  return {
    overview,
    touchpoints: touchpoints.rows,
    transitions: transitions.rows,
    scores: scores.rows,
    durations: paths.rows.map(({ start, end }) => end - start),
  }
}

async function countBoth({ ask }: MethodContext, _question: CompareQuestion, both: JourneyFilter | undefined): Promise<number> {
  return both ? (await ask({ question: 'overview', journeys: both })).journeys : 0
}

interface Counts {
  readonly journeysA: number
  readonly journeysB: number
  readonly both: number
  readonly tooFew: number
  readonly compared: number
}

function notesOn({ a, b }: CompareQuestion, { journeysA, journeysB, both, tooFew, compared }: Counts): readonly string[] {
  const empty = [
    ...(journeysA === 0 ? [`No journey is in "${a.name}".`] : []),
    ...(journeysB === 0 ? [`No journey is in "${b.name}".`] : []),
  ]
  if (empty.length > 0) return [...empty, 'There is nothing to compare: widen the group.']
  const notes: string[] = []
  if (both === journeysA && both === journeysB) notes.push('Both groups are the same journeys: every difference is none.')
  else if (both > 0)
    notes.push(
      `${both} journeys are in both groups. The intervals take the groups as independent, so differences look smaller and intervals are not exact: make the groups exclude each other.`,
    )
  if (tooFew > 0) notes.push(`${tooFew} comparisons were left out: one side has fewer than 20 cases.`)
  if (compared > 0)
    notes.push(
      '"Clear" differences are those that chance would bring in at most one of twenty reported. A difference goes with the group; it need not come from it.',
    )
  return notes
}
