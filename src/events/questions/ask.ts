import type { AnswerTo } from '../../journey/answer.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { JourneyPaths, JourneyPathsAsked } from '../../journey/journey-paths.ts'
import type { Periods, PeriodsAsked } from '../../journey/periods.ts'
import type { Question, QuestionName } from '../../journey/question.ts'
import type { TextFeelings, TextFeelingsAsked } from '../../journey/text-feelings.ts'
import type { Traces, TracesAsked } from '../../journey/trace.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql } from '../engine/sql.ts'
import { readIdentity } from '../identity/identity-revision.ts'
import type { KeptJourneys } from '../journeys/keep-journeys.ts'
import { askTextFeelings } from '../texts/text-feelings.ts'
import { readTouchpoints } from '../touchpoint-dictionary.ts'
import { questionSettings, type QuestionContext } from './context.ts'
import { askOverview } from './overview.ts'
import { askTouchpoints } from './touchpoints.ts'
import { askTransitions } from './transitions.ts'
import { askVariants } from './variants.ts'
import { askFunnel } from './funnel.ts'
import { askFlow } from './flow.ts'
import { askStages } from './stages.ts'
import { askPaths } from './paths.ts'
import { askTimeline } from './timeline.ts'
import { askTrend } from './trend.ts'
import { askScores } from './scores.ts'
import { askMakeup } from './makeup.ts'
import { askPeriods } from './periods.ts'
import { askJourneyPaths } from './journey-paths.ts'
import { askTraces } from './traces.ts'
import { askVerbatims } from './verbatims.ts'
import { askHandOffs } from './hand-offs.ts'
import { askChannelVisits } from './channel-visits.ts'
import { askAccountList } from './account-list.ts'
import { askAccountRoles } from './account-roles.ts'
import { askAccountBreadth } from './account-breadth.ts'
import { askAccountEvents } from './account-events.ts'
import { askMembers } from './members.ts'

type Asker<Name extends QuestionName> = (
  context: QuestionContext,
  question: Extract<Question, { question: Name }>,
) => Promise<AnswerTo<Name>>

/** Every question and who answers it: a new question is a file and a line here. */
const askers: { readonly [Name in QuestionName]: Asker<Name> } = {
  overview: askOverview,
  touchpoints: askTouchpoints,
  transitions: askTransitions,
  variants: askVariants,
  funnel: askFunnel,
  flow: askFlow,
  stages: askStages,
  paths: askPaths,
  timeline: askTimeline,
  trend: askTrend,
  scores: askScores,
  makeup: askMakeup,
  verbatims: askVerbatims,
  'hand-offs': askHandOffs,
  'channel-visits': askChannelVisits,
  'account-list': askAccountList,
  'account-roles': askAccountRoles,
  'account-breadth': askAccountBreadth,
  'account-events': askAccountEvents,
  members: askMembers,
}

export interface Asking {
  readonly driver: ClickHouseDriver
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly signal: AbortSignal
  readonly journeys: (workspace: number, definition: JourneyDefinition) => Promise<KeptJourneys>
}

/** Single journeys, for analysis that looks at them one by one. Rejects as `ask` does. */
export async function tellTraces(asking: Asking, asked: TracesAsked): Promise<Traces> {
  return askTraces(await contextOf(asking), asked)
}

/** Bare journeys, for methods that learn from many. Rejects as `ask` does. */
export async function tellPaths(asking: Asking, asked: JourneyPathsAsked): Promise<JourneyPaths> {
  return askJourneyPaths(await contextOf(asking), asked)
}

/** What happened in each period. Rejects as `ask` does. */
export async function tellPeriods(asking: Asking, asked: PeriodsAsked): Promise<Periods> {
  return askPeriods(await contextOf(asking), asked)
}

/** How texts feel by touchpoint. Rejects as `ask` does. */
export async function tellTextFeelings(asking: Asking, asked: TextFeelingsAsked): Promise<TextFeelings> {
  return askTextFeelings(await contextOf(asking), asked)
}

/** Answers one question. Rejects with `query_too_large`, `query_too_slow`, `bad_question` or an abort. */
export async function ask<Q extends Question>(asking: Asking, question: Q): Promise<AnswerTo<Q['question']>> {
  const asker = askers[question.question] as unknown as Asker<Q['question']>
  return asker(await contextOf(asking), question as unknown as Extract<Question, { question: Q['question'] }>)
}

async function contextOf(asking: Asking): Promise<QuestionContext> {
  const { driver, workspace, signal } = asking
  const [dictionary, { joined }, [newest]] = await Promise.all([
    readTouchpoints(driver, workspace),
    readIdentity(driver, workspace),
    driver.query<{ time: number }>(sql`SELECT toUnixTimestamp64Milli(max(time)) AS time FROM events WHERE workspace = ${int(workspace)}`),
  ])
  return {
    ...asking,
    dictionary,
    asOf: newest?.time ?? 0,
    joined,
    query: (statement) => driver.query(statement, { signal, settings: questionSettings }),
    stored: () => asking.journeys(workspace, asking.definition),
  }
}
