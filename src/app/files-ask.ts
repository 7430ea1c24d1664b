import { planStages } from '../analysis/stages/plan-stages.ts'
import type { EventStore } from '../events/event-store.ts'
import type { AnyAnswer } from '../journey/answer.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { Question, StageGroup } from '../journey/question.ts'
import { didYouMean } from '../sources/nearest-names.ts'
import { localOwner } from './actor.ts'
import { checkQuestion } from './ask-question.ts'
import { findTemplate } from './list-templates.ts'
import { Refusal } from './refusal.ts'

/** Events and how to make journeys of them. */
export interface AskedEvents {
  readonly events: EventStore
  readonly definition: JourneyDefinition
  readonly signal: AbortSignal
}

/** No one but the person at the terminal is served, so an answer may be as long as it is. */
export const allRows = 1_000_000_000
const limits = { rows: allRows, steps: 32 }

/** Asks one question. Refuses with `bad_question` or an error of the event store, also when a touchpoint that is named does not exist. */
export async function askEvents({ events, definition, signal }: AskedEvents, question: Question): Promise<AnyAnswer> {
  const checked = checkQuestion(question, limits)
  const names = [...touchpointsOf(question), ...definition.start, ...definition.goal]
  if (names.length > 0) await demandTouchpoints(events, names)
  return (await events.ask(localOwner.workspace, definition, checked, signal)) as AnyAnswer
}

/** Refuses with `bad_question` when a name is none of the stored touchpoints; a name nobody wrote would quietly count nothing. */
export async function demandTouchpoints(events: EventStore, names: readonly string[]): Promise<void> {
  const { touchpoints } = await events.vocabulary(localOwner.workspace)
  // The list is cut at 10,000; beyond it nothing can be said.
  if (touchpoints.length >= 10_000) return
  const known = touchpoints.map(({ name }) => name)
  const strange = names.find((name) => !known.includes(name))
  if (strange === undefined) return
  const hint = didYouMean(strange, known)
  const message = `No touchpoint is called "${strange}": ${hint === '' ? `there are ${shortList(known)}.` : hint}`
  throw new Refusal('bad_question', message, [{ field: 'touchpoint', message }])
}

/** The stages of a template, or without one those worked out from the order of the touchpoints, as a question takes them. */
export async function stageGroupsFor({ events, definition, signal }: AskedEvents, template?: string): Promise<readonly StageGroup[]> {
  const chosen = template === undefined ? undefined : findTemplate(template)
  const touchpoints = await events.ask(localOwner.workspace, definition, { question: 'touchpoints', limit: 1000 }, signal)
  const transitions = await events.ask(localOwner.workspace, definition, { question: 'transitions', limit: 5000 }, signal)
  const plan = planStages({ touchpoints: touchpoints.rows, transitions: transitions.rows, ...(chosen && { template: chosen }) })
  return plan.stages.map(({ name, touchpoints: inside }) => ({ stage: name, touchpoints: inside }))
}

function touchpointsOf(question: Question): readonly string[] {
  const asked = question.question === 'members' ? question.of : question
  const filters = [
    ...(asked.events?.touchpoints ?? []),
    ...(asked.events?.notTouchpoints ?? []),
    ...(asked.journeys?.reached ?? []),
    ...(asked.journeys?.notReached ?? []),
  ]
  const named = 'steps' in asked ? asked.steps : 'touchpoint' in asked && asked.touchpoint !== undefined ? [asked.touchpoint] : []
  return [...filters, ...named]
}

const shortList = (names: readonly string[]): string =>
  `${names
    .slice(0, 12)
    .map((name) => `"${name}"`)
    .join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`
