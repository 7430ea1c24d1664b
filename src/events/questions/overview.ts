import type { AnswerTo, OverviewRow } from '../../journey/answer.ts'
import { noJourneys } from '../../journey/no-journeys.ts'
import type { OverviewQuestion } from '../../journey/question.ts'
import { int, sql } from '../engine/sql.ts'
import { personOf } from '../identity/joined-events.ts'
import { eventConditions, isEmptyFilter } from '../journeys/event-conditions.ts'
import { answer, byName, countLooked, isGrouped, nearestRanks, selectJourneys, withGroup, type QuestionContext } from './context.ts'

type People = Pick<OverviewRow, 'customers' | 'accounts' | 'feedback' | 'verbatims'> & { readonly grp: string }

/** How much there is: people, journeys, events, outcomes, durations, feedback. */
export async function askOverview(context: QuestionContext, question: OverviewQuestion): Promise<AnswerTo<'overview'>> {
  const selected = await selectJourneys(context, question)
  const [found, people, looked] = await Promise.all([
    context.query<Omit<OverviewRow, 'customers' | 'accounts' | 'feedback' | 'verbatims'> & { grp: string }>(sql`
      SELECT grp, count() AS journeys, sum(length(path)) AS events, uniqExactArray(path) AS touchpoints, uniqExact(sipHash128(path)) AS variants,
        countIf(outcome = 'goal') AS reachedGoal, countIf(outcome = 'lost') AS lost, countIf(outcome = 'open') AS open, min(start) AS from, max("end") AS to,
        avg("end" - start) AS meanDuration, ${nearestRanks([0.5, 0.9], '"end" - start', { name: (level) => `p${level * 100}Duration` })}
      FROM (SELECT grp, start, "end", outcome, touchpoints AS path FROM ${selected.from}) GROUP BY grp`),
    everyEventCounts(context, question) ? peopleOfEvents(context) : peopleOfJourneys(context, question),
    countLooked(context, selected),
  ])
  const rows = found.map(({ grp, ...row }) => {
    const { customers = 0, accounts = 0, feedback = 0, verbatims = 0 } = people.find((each) => each.grp === grp) ?? {}
    return withGroup(question, grp, { customers, accounts, ...row, feedback, verbatims })
  })
  rows.sort((a, b) => byName(a.group ?? '', b.group ?? ''))
  return answer({
    question: 'overview',
    unit: 'journeys',
    looked,
    total: Math.max(1, rows.length),
    rows: rows.length === 0 ? [noJourneys] : rows,
  })
}

/** Nothing is filtered, cut or split off, so that events can be counted where they lie. */
function everyEventCounts({ definition }: QuestionContext, question: OverviewQuestion): boolean {
  const cut = definition.start.length > 0 || (definition.goal.length > 0 && !definition.repeats) || definition.unit === 'account'
  return !cut && !isGrouped(question) && isEmptyFilter(question.events ?? {}) && Object.keys(question.journeys ?? {}).length === 0
}

function peopleOfEvents({ query, workspace, definition, joined }: QuestionContext): Promise<readonly People[]> {
  return query(
    sql`SELECT '' AS grp, uniqExact(${joined ? personOf(workspace) : sql`customer`}) AS customers, uniqExactIf(account, account != 0) AS accounts, countIf(isNotNull(score)) AS feedback, countIf(verbatim != '') AS verbatims
      FROM events WHERE workspace = ${int(workspace)}${eventConditions(definition.filter, workspace)}`,
  )
}

async function peopleOfJourneys(context: QuestionContext, question: OverviewQuestion): Promise<readonly People[]> {
  const selected = await selectJourneys(context, question, { parts: ['people', 'feedback'] })
  return context.query(
    sql`SELECT grp, uniqExactArray(people) AS customers, uniqExactArray(accounts) AS accounts, sum(arrayCount(s -> NOT isNaN(s), feedback_score)) AS feedback, sum(arrayCount(t -> t != 0, feedback_text)) AS verbatims FROM ${selected.from} GROUP BY grp`,
  )
}
