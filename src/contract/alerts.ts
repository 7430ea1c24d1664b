import { z } from 'zod'
import { changeMeasures } from '../journey/methods/changes.ts'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'

/** When to be told: a change of at least this size, clear of chance. */
export const alertRuleSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().trim().min(1).max(200),
    definition: z.string().min(1).max(100).describe('Id of the journey definition that is watched'),
    measure: z.enum([...changeMeasures, 'any']),
    touchpoint: z.string().max(1000).describe('Empty: every touchpoint'),
    least: z.number().min(0).max(2).describe('Least difference: a share 0 to 1, or of the score scale'),
    bucket: z.enum(['day', 'week', 'month']),
  })
  .meta({ id: 'AlertRule' })
export type AlertRule = z.output<typeof alertRuleSchema>

export const newAlertSchema = alertRuleSchema.omit({ id: true }).meta({ id: 'NewAlertRule' })
export type NewAlert = z.output<typeof newAlertSchema>

/** A change that an alert told of; the same change is told once. */
export const firedAlertSchema = z
  .object({
    key: z.string(),
    rule: idSchema,
    name: z.string(),
    sentence: z.string(),
    since: timeSchema.describe('When the new state began'),
    firedAt: timeSchema,
    seenBy: personNameSchema.nullable(),
  })
  .meta({ id: 'FiredAlert' })
export type FiredAlert = z.output<typeof firedAlertSchema>

export const alertsSchema = z.object({ rules: z.array(alertRuleSchema), fired: z.array(firedAlertSchema) }).meta({ id: 'Alerts' })
export type Alerts = z.output<typeof alertsSchema>

export const alertParamsSchema = z.object({ id: idSchema })
export const seenAlertSchema = z.strictObject({ key: z.string().max(4000) }).meta({ id: 'SeenAlert' })
