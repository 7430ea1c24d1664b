import { z } from 'zod'
import type { IdentityJoin, IdentityRules, UndoneJoin } from '../journey/identity.ts'
import { timeSchema } from './ids.ts'
import { pageOf } from './page.ts'
import type { Holds, SameShape } from './same-shape.ts'

const property = z.string().min(1).max(1000)
const texts = z.array(z.string().min(1).max(1000)).max(100)

export const identityRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('same-event'),
    property: property.describe('Property that holds another id of the same customer'),
    alias: z.boolean().exactOptional().describe('May even join two strong ids'),
    strong: z.boolean().exactOptional().describe('The ids in the property name one person for certain'),
  }),
  z.strictObject({
    kind: z.literal('shared-key'),
    property: property.describe('Customers with the same value are one'),
    form: z.enum(['exact', 'email', 'phone']),
    most: z.number().int().min(2).max(1000).describe('A key that more ids share joins nothing'),
  }),
])
export const identityRulesSchema = z
  .strictObject({
    strong: z.strictObject({ sources: texts, prefixes: texts }).describe('Ids that name one person for certain'),
    rules: z.array(identityRuleSchema).max(20).describe('Tried in this order'),
  })
  .meta({ id: 'IdentityRules' })

const undone = { a: z.string(), b: z.string(), key: z.string() }
export const undoneJoinSchema = z.strictObject(undone).meta({ id: 'UndoneJoin' })

export const identityJoinSchema = z
  .object({ ...undone, rule: z.int(), state: z.enum(['joined', 'refused', 'undone']), why: z.string() })
  .meta({ id: 'IdentityJoin' })

export const identitySchema = z
  .object({
    rules: identityRulesSchema,
    undone: z.array(z.object({ ...undone, by: z.string(), at: timeSchema })),
    counts: z.object({ joined: z.int(), refused: z.int(), undone: z.int() }).describe('Reasons by what came of them'),
    ids: z.int().describe('Ids that are joined with others'),
    customers: z.int().describe('Customers that they make'),
  })
  .meta({ id: 'Identity' })
export type Identity = z.output<typeof identitySchema>

export const joinsQuerySchema = z.object({
  state: z.enum(['joined', 'refused', 'undone']).exactOptional(),
  find: z.string().max(200).exactOptional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
})
export const joinListSchema = pageOf(identityJoinSchema).meta({ id: 'IdentityJoinList' })

/** @public */
export type IdentitySchemasAreExact = [
  Holds<SameShape<z.output<typeof identityRulesSchema>, IdentityRules>>,
  Holds<SameShape<z.output<typeof identityJoinSchema>, IdentityJoin>>,
  Holds<SameShape<z.output<typeof undoneJoinSchema>, UndoneJoin>>,
]
