import { z } from 'zod'

export const pageLimit = 1000

/** Every list is paged: at most 1,000 rows a request. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(pageLimit).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
})
export type Page = z.output<typeof pageQuerySchema>

/** A page of rows and how many rows there are in all. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ total: z.int(), rows: z.array(row) })
