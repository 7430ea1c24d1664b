import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { pageOf } from './page.ts'
import { problemSchema } from './problem.ts'
import { changeLineSchema } from './versions.ts'

export const jobKinds = ['import', 'replay', 'discover', 'demo', 'refresh', 'ask', 'identity', 'alerts'] as const

export const jobProgressSchema = z
  .object({
    phase: z.string().describe('What is being done, in words for people'),
    done: z.number(),
    total: z.number().nullable().describe('Null while nobody knows'),
    unit: z.enum(['bytes', 'rows', 'steps']),
    rows: z.number().describe('Rows read so far; 0 where there are none'),
  })
  .meta({ id: 'JobProgress' })
export type JobProgress = z.output<typeof jobProgressSchema>

/** What was computed anew on a map. */
export const refreshedMapSchema = z
  .object({
    map: idSchema,
    title: z.string(),
    total: z.int().describe('Changes in all'),
    rows: z.array(changeLineSchema).describe('The first of them'),
  })
  .meta({ id: 'RefreshedMap' })
export type RefreshedMap = z.output<typeof refreshedMapSchema>

/** What a finished job made. */
export const jobResultSchema = z
  .object({
    import: z.exactOptional(z.int()).describe('Number of the import'),
    imports: z.exactOptional(z.array(z.int())),
    map: z.exactOptional(idSchema),
    refresh: z.exactOptional(idSchema).describe('The job that computes maps again from what was imported'),
    refreshed: z.exactOptional(z.array(refreshedMapSchema)),
  })
  .meta({ id: 'JobResult' })
export type JobResult = z.output<typeof jobResultSchema>

const jobLine = {
  id: idSchema,
  kind: z.enum(jobKinds),
  title: z.string(),
  by: personNameSchema,
  createdAt: timeSchema,
}
const begun = { startedAt: timeSchema, progress: jobProgressSchema.nullable() }

/** A job's life: queued → running → done, failed or cancelled; interrupted when Wend stopped under it. */
export const jobSchema = z
  .discriminatedUnion('state', [
    z.object({ ...jobLine, state: z.literal('queued') }),
    z.object({ ...jobLine, ...begun, state: z.literal('running') }),
    z.object({ ...jobLine, state: z.literal('done'), startedAt: timeSchema, endedAt: timeSchema, result: jobResultSchema }),
    z.object({ ...jobLine, state: z.literal('failed'), startedAt: timeSchema, endedAt: timeSchema, problem: problemSchema }),
    z.object({ ...jobLine, state: z.literal('cancelled'), endedAt: timeSchema }),
    z.object({ ...jobLine, state: z.literal('interrupted'), endedAt: timeSchema, problem: problemSchema }),
  ])
  .meta({ id: 'Job' })
export type Job = z.output<typeof jobSchema>
export type JobKind = Job['kind']

export const jobListSchema = pageOf(jobSchema).meta({ id: 'JobList' })

/** The answer to a request that started long work. */
export const acceptedSchema = z.object({ job: idSchema }).meta({ id: 'Accepted' })

export const jobParamsSchema = z.object({ id: idSchema })
