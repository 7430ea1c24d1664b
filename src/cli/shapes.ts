import type { askEvents, AskedEvents } from '../app/files-ask.ts'
import type { AskRequest } from '../contract/ask.ts'

export type Question = AskRequest['question']
export type QuestionName = Question['question']
export type Aggregate = Exclude<Question, { readonly question: 'members' }>
export type EventFilter = NonNullable<Aggregate['events']>
export type JourneyFilter = NonNullable<Aggregate['journeys']>
export type PropertyTest = NonNullable<EventFilter['properties']>[number]
export type MemberPick = Extract<Question, { readonly question: 'members' }>['pick']
export type StageGroup = Extract<Question, { readonly question: 'flow' }>['stages'][number]
export type JourneyDefinition = AskedEvents['definition']
export type AnyAnswer = Awaited<ReturnType<typeof askEvents>>
export type RowOf<Name extends QuestionName> = Extract<AnyAnswer, { readonly question: Name }>['rows'][number]
