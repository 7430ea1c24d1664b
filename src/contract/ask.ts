import { z } from 'zod'
import type { Question } from '../journey/question.ts'
import { definitionChoiceSchema } from './definitions.ts'
import { questionSchema } from './question-schema.ts'

/** Any question; `question` says which. Rows are limited to 10,000 and funnels to 32 steps. */
export const namedQuestionSchema = questionSchema.meta({ id: 'Question' }) as z.ZodType<Question>

export const askRequestSchema = z
  .object({
    definition: z.exactOptional(definitionChoiceSchema),
    question: namedQuestionSchema,
  })
  .meta({ id: 'AskRequest' })
export type AskRequest = z.output<typeof askRequestSchema>
