import { z } from 'zod'
import type { MemberPick } from '../journey/member-pick.ts'
import type { Question } from '../journey/question.ts'
import { definitionChoiceSchema } from './definitions.ts'
import { idSchema, timeSchema } from './ids.ts'
import { aggregateQuestionSchema, memberPickSchema } from './question-schema.ts'

const cardSchema = z.string().min(1).max(200)
const words = z.string().trim().min(1).max(20_000)

/** What is put on a card. Numbers and words are looked up again by the server: it writes what it finds, not what it is told. */
export const putEvidenceSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('answer'),
      question: aggregateQuestionSchema as unknown as z.ZodType<Exclude<Question, { question: 'members' }>>,
      definition: z.exactOptional(definitionChoiceSchema).describe('Missing: the definition that the map was computed with'),
      pick: z
        .exactOptional(memberPickSchema as unknown as z.ZodType<MemberPick>)
        .describe('Which row of the answer; without `measure`: how many are in its list'),
      measure: z.exactOptional(z.string().min(1).max(40)).describe('Which number of the row, such as exitRate'),
      label: z.string().max(10_000).describe('What it was called; the server writes its own words'),
      value: z.number().describe('The number as it was shown; another one is refused'),
    }),
    z.object({ kind: z.literal('verbatim'), customer: z.string().min(1).max(1000), time: timeSchema, text: z.string().min(1).max(10_000) }),
    z.object({ kind: z.literal('highlight'), note: idSchema, highlight: idSchema }),
    z.object({
      kind: z.literal('document'),
      title: z.string().trim().min(1).max(500),
      url: z.exactOptional(z.url({ protocol: /^(?:https?|mailto)$/ }).max(2000)),
      quote: z.exactOptional(words),
    }),
  ])
  .meta({ id: 'PutEvidence' })
export type PutEvidence = z.output<typeof putEvidenceSchema>

export const citedSchema = z
  .object({ evidence: idSchema.describe('The same evidence has the same id on every card') })
  .meta({ id: 'Cited' })
export const cardParamsSchema = z.object({ id: idSchema, card: cardSchema })
export const cardEvidenceParamsSchema = z.object({ id: idSchema, card: cardSchema, evidence: idSchema })
