import { z } from 'zod'
import type { AnyMethodAnswer, AnyQuestion, MethodQuestion } from '../journey/method.ts'
import type { AnyAnswer } from '../journey/answer.ts'
import { answerSchema } from './answers.ts'
import { definitionChoiceSchema } from './definitions.ts'
import { methodAnswerSchema, methodQuestions, methodQuestionSchema } from './method-schema.ts'
import { questionSchema } from './question-schema.ts'

/** Any question; `question` says which. Rows are limited to 10,000 and funnels to 32 steps. */
export const namedQuestionSchema = z
  .discriminatedUnion('question', [...questionSchema.options, ...methodQuestions])
  .meta({ id: 'Question' }) as unknown as z.ZodType<AnyQuestion>

const definition = z.exactOptional(definitionChoiceSchema)

export const askRequestSchema = z.object({ definition, question: namedQuestionSchema }).meta({ id: 'AskRequest' })
export type AskRequest = z.output<typeof askRequestSchema>

/** Only methods take long enough to be asked as a job. */
export const askJobRequestSchema = z
  .object({ definition, question: methodQuestionSchema as z.ZodType<MethodQuestion> })
  .meta({ id: 'AskJobRequest' })

export const anyAnswerSchema = z.union([answerSchema, methodAnswerSchema]) as z.ZodType<AnyAnswer | AnyMethodAnswer>
