import type { askEvents, AskedEvents } from '../app/files-ask.ts'
import type { z } from 'zod'
import type { AskRequest } from '../contract/ask.ts'
import type { methodAnswerSchema } from '../contract/method-schema.ts'

export type Question = Parameters<typeof askEvents>[1]
export type AnyMethodAnswer = z.output<typeof methodAnswerSchema>
export type MethodName = AnyMethodAnswer['question']
export type MethodQuestion<Name extends MethodName = MethodName> = Extract<AskRequest['question'], { readonly question: Name }>
export type MethodAnswer<Name extends MethodName> = Extract<AnyMethodAnswer, { readonly question: Name }>
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
