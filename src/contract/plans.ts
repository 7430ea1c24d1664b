import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { planSchema } from './plan-schema.ts'

/** How journeys are meant to go, kept under a name. */
export const storedPlanSchema = z
  .object({ id: idSchema, name: z.string(), plan: planSchema, changedBy: personNameSchema, changedAt: timeSchema })
  .meta({ id: 'StoredPlan' })
export type StoredPlan = z.output<typeof storedPlanSchema>

export const planListSchema = z.object({ rows: z.array(storedPlanSchema) }).meta({ id: 'PlanList' })
export type PlanList = z.output<typeof planListSchema>

export const writtenPlanSchema = z.object({ plan: planSchema }).meta({ id: 'WrittenPlan' })
export const newPlanSchema = z.strictObject({ name: z.string().trim().min(1).max(200), plan: planSchema }).meta({ id: 'NewPlan' })
export type NewPlan = z.output<typeof newPlanSchema>
export const readPlanSchema = z.strictObject({ text: z.string().max(2_000_000) }).meta({ id: 'ReadPlan' })
export const planParamsSchema = z.object({ id: idSchema })
