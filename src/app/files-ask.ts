import { planStages } from '../analysis/stages/plan-stages.ts'
import type { EventStore } from '../events/event-store.ts'
import type { AnyAnswer } from '../journey/answer.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { MemberPick } from '../journey/member-pick.ts'
import type { AnyMethodAnswer, AnyQuestion, MethodQuestion } from '../journey/method.ts'
import type { Question, StageGroup } from '../journey/question.ts'
import { didYouMean } from '../sources/nearest-names.ts'
import { localOwner } from './actor.ts'
import { checkQuestion } from './ask-question.ts'
import { findTemplate } from './list-templates.ts'
import { checkMethodQuestion } from './methods/ask-method.ts'
import type { MethodContext } from './methods/method.ts'
import { runMethod } from './methods/run-method.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Events and how to make journeys of them. */
export interface AskedEvents {
  readonly events: EventStore
  readonly definition: JourneyDefinition
  readonly signal: AbortSignal
}

/** No one but the person at the terminal is served, so an answer may be as long as it is. */
export const allRows = 1_000_000_000
const limits = { rows: allRows, steps: 32 }

/** Asks a method of events. Refuses with `bad_question` or an error of the event store. */
export async function askMethodOfEvents(
  { events, definition, signal, wend }: AskedEvents & { readonly wend?: Pick<Wend, 'state'> | null },
  question: MethodQuestion,
  progress?: MethodContext['progress'],
): Promise<AnyMethodAnswer> {
  const checked = checkMethodQuestion(question, allRows)
  await demandNames(events, {
    touchpoints: [...touchpointsOf(question), ...definition.start, ...definition.goal],
    channels: question.events?.channels ?? [],
  })
  const { workspace } = localOwner
  return (await runMethod(
    { workspace, definition, signal, events, progress, ...(wend && { state: wend.state }) },
    checked,
  )) as AnyMethodAnswer
}

/** Asks one question. Refuses with `bad_question` or an error of the event store, also when a touchpoint that is named does not exist. */
export async function askEvents({ events, definition, signal }: AskedEvents, question: Question): Promise<AnyAnswer> {
  const checked = checkQuestion(question, limits)
  await demandNames(events, {
    touchpoints: [...touchpointsOf(question), ...definition.start, ...definition.goal],
    channels: channelsOf(question),
  })
  return (await events.ask(localOwner.workspace, definition, checked, signal)) as AnyAnswer
}

interface NamesToFind {
  readonly touchpoints: readonly string[]
  readonly channels?: readonly string[]
}

/** Refuses with `bad_question` when a touchpoint or channel is named that no event has: it would quietly count nothing. */
export async function demandNames(events: EventStore, { touchpoints, channels = [] }: NamesToFind): Promise<void> {
  if (touchpoints.length + channels.length === 0) return
  const stored = await events.vocabulary(localOwner.workspace)
  demandKnown(
    'touchpoint',
    touchpoints,
    stored.touchpoints.map(({ name }) => name),
  )
  demandKnown('channel', channels, stored.channels)
}

function demandKnown(field: 'touchpoint' | 'channel', names: readonly string[], known: readonly string[]): void {
  // The list is cut at 10,000; beyond it nothing can be said.
  if (known.length >= 10_000) return
  const strange = names.find((name) => !known.includes(name))
  if (strange === undefined) return
  const hint = didYouMean(strange, known)
  const others = known.length === 0 ? `no event has a ${field}.` : `there ${known.length === 1 ? 'is' : 'are'} ${shortList(known)}.`
  const message = `No ${field} is called "${strange}": ${hint === '' ? others : hint}`
  throw new Refusal('bad_question', message, [{ field, message }])
}

/** The stages of a template, or without one those worked out from the order of the touchpoints, as a question takes them. */
export async function stageGroupsFor({ events, definition, signal }: AskedEvents, template?: string): Promise<readonly StageGroup[]> {
  const chosen = template === undefined ? undefined : findTemplate(template)
  const touchpoints = await events.ask(localOwner.workspace, definition, { question: 'touchpoints', limit: 1000 }, signal)
  const transitions = await events.ask(localOwner.workspace, definition, { question: 'transitions', limit: 5000 }, signal)
  const plan = planStages({ touchpoints: touchpoints.rows, transitions: transitions.rows, ...(chosen && { template: chosen }) })
  return plan.stages.map(({ name, touchpoints: inside }) => ({ stage: name, touchpoints: inside }))
}

function touchpointsOf(question: AnyQuestion): readonly string[] {
  const asked = question.question === 'members' ? question.of : question
  const { events = {}, journeys = {} } = asked
  const filters = [events.touchpoints, events.notTouchpoints, journeys.reached, journeys.notReached].flatMap((names) => names ?? [])
  const named = 'steps' in asked ? asked.steps : 'touchpoint' in asked && asked.touchpoint !== undefined ? [asked.touchpoint] : []
  return [...filters, ...named, ...(question.question === 'members' ? pickedOf(question.pick) : [])]
}

function pickedOf(pick: MemberPick): readonly string[] {
  if (pick.kind === 'transition') return [pick.from, pick.to]
  if (pick.kind === 'variant') return pick.path
  return pick.kind === 'touchpoint' ? [pick.touchpoint] : []
}

const channelsOf = (question: Question): readonly string[] =>
  (question.question === 'members' ? question.of : question).events?.channels ?? []

const shortList = (names: readonly string[]): string =>
  `${names
    .slice(0, 12)
    .map((name) => `"${name}"`)
    .join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`
