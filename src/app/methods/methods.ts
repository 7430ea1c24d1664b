import type { AnyQuestion, MethodName, MethodQuestion } from '../../journey/method.ts'
import { archetypesMethod } from './archetypes.ts'
import { insightsMethod } from './insights.ts'
import type { Method } from './method.ts'

/** Every method and who answers it: a new one is a file and a line here. */
export const methods: { readonly [Name in MethodName]: Method<Name> } = {
  archetypes: archetypesMethod,
  insights: insightsMethod,
}

/** Methods whose answers also depend on what people decide: they are never kept. */
export const neverKept: ReadonlySet<MethodName> = new Set()

export const isMethodQuestion = (question: AnyQuestion): question is MethodQuestion => Object.hasOwn(methods, question.question)
