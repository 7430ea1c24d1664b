import { z } from 'zod'

/** Ids that Wend makes; people and programs pass them back unchanged. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id holds letters, digits, - and _')

/** UTC milliseconds. */
export const timeSchema = z.number().describe('UTC milliseconds')

export const personNameSchema = z.string().describe('Who did it')
