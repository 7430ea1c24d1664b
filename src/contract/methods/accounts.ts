import { z } from 'zod'
import type { AccountsQuestion, AccountsRow, AccountsSummary } from '../../journey/methods/accounts.ts'
import { answerRows } from '../answers.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { estimateSchema } from './estimate.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const estimate = estimateSchema.nullable()
export const stageRuleSchema = z.enum(['furthest', 'deciding'])
/** How accounts are looked at: whose place says the stage, and when a person counts as silent. */
export const accountAsked = {
  rule: stageRuleSchema.exactOptional(),
  role: z.string().min(1).max(1000).exactOptional(),
  silentMs: z.number().positive().exactOptional(),
}

export const accountsSchemas = {
  question: z.strictObject({ question: z.literal('accounts'), ...methodAsked, ...accountAsked }),
  row: answerRows['account-list'].extend({ stage: z.string().nullable() }),
  summary: z.object({
    rule: stageRuleSchema,
    role: z.string().nullable(),
    silentMs: z.number(),
    stages: z.array(z.string()),
    roles: z.array(answerRows['account-roles']),
    breadth: z.array(answerRows['account-breadth'].extend({ goal: estimate })),
    broadDifference: estimate,
    stalls: z.array(
      z.object({
        touchpoint: z.string(),
        visits: z.int(),
        stops: z.int(),
        stopShare: estimateSchema,
        othersStop: z.number(),
        stopDifference: estimateSchema,
        stopP: z.number(),
        waits: z.int(),
        slow: z.int(),
        slowShare: estimate,
        slowDifference: estimate,
        slowP: z.number().nullable(),
        p50ToNext: z.number().nullable(),
      }),
    ),
    slowerThanMs: z.number().nullable(),
  }),
} satisfies MethodSchemas

/** @public */
export type AccountsSchemasAreExact = [
  Holds<SameShape<z.output<typeof accountsSchemas.question>, AccountsQuestion>>,
  Holds<SameShape<z.output<typeof accountsSchemas.row>, AccountsRow>>,
  Holds<SameShape<z.output<typeof accountsSchemas.summary>, AccountsSummary>>,
]
