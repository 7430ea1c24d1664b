import { z } from 'zod'
import type { AccountQuestion, AccountRow, AccountSummary } from '../../journey/methods/account.ts'
import { answerRows } from '../answers.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { accountAsked, stageRuleSchema } from './accounts.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const ms = z.number()
export const accountSchemas = {
  question: z.strictObject({ question: z.literal('account'), account: z.string().min(1).max(1000), ...methodAsked, ...accountAsked }),
  row: answerRows['account-events'].extend({ stage: z.string().nullable() }),
  summary: z.object({
    rule: stageRuleSchema,
    role: z.string().nullable(),
    silentMs: ms,
    stages: z.array(z.string()),
    people: z.array(z.object({ customer: z.string(), role: z.string(), events: z.int(), first: ms, last: ms, silent: z.boolean() })),
    silences: z.array(z.object({ from: ms, to: ms })),
    band: z.array(z.object({ stage: z.string(), from: ms, to: ms })),
    asOf: ms,
  }),
} satisfies MethodSchemas

/** @public */
export type AccountSchemasAreExact = [
  Holds<SameShape<z.output<typeof accountSchemas.question>, AccountQuestion>>,
  Holds<SameShape<z.output<typeof accountSchemas.row>, AccountRow>>,
  Holds<SameShape<z.output<typeof accountSchemas.summary>, AccountSummary>>,
]
