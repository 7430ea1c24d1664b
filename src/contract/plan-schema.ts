import { z } from 'zod'
import type { Plan, PlanNet } from '../journey/plan.ts'
import type { Holds, SameShape } from './same-shape.ts'

const name = z.string().min(1).max(1000)
const places = z.array(z.int().min(0).max(100_000)).max(1000)
const tokens = z.array(z.int().min(0).max(1000)).max(10_000)

export const stagedPlanSchema = z.strictObject({
  name,
  stages: z
    .array(
      z.strictObject({
        name: z.string().max(1000),
        anyOrder: z.boolean().exactOptional().describe('The steps may come in any order; at most ten then'),
        steps: z
          .array(
            z.strictObject({
              name,
              touchpoints: z.array(name).max(1000).describe('Any one of these is the step'),
              optional: z.boolean().exactOptional(),
              repeatable: z.boolean().exactOptional(),
            }),
          )
          .max(500),
      }),
    )
    .max(200),
})
const planNetSchema = z.strictObject({
  name,
  places: z.array(z.string().max(1000)).max(10_000),
  transitions: z.array(z.strictObject({ label: name.nullable(), inputs: places, outputs: places })).max(10_000),
  initial: tokens,
  final: tokens,
})

/** A plan in stages and steps, or the net of a BPMN or PNML file. */
export const planSchema = z.union([stagedPlanSchema, planNetSchema])

/** @public */
export type PlanSchemasAreExact = [
  Holds<SameShape<z.output<typeof stagedPlanSchema>, Plan>>,
  Holds<SameShape<z.output<typeof planNetSchema>, PlanNet>>,
]
