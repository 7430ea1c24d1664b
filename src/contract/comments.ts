import { z } from 'zod'
import { idSchema, timeSchema } from './ids.ts'
import { pageOf, pageQuerySchema } from './page.ts'

export const commentLength = 10_000
/** Threads on one map, and comments in one thread. */
export const mostThreads = 5000
export const mostComments = 1000
/** Threads of one page, and comments that come with each: the first and the newest. */
export const threadPage = 50
export const commentsShown = 20

export const targetKinds = ['card', 'stage', 'map'] as const
export type TargetKind = (typeof targetKinds)[number]
const targetIdSchema = z.string().min(1).max(200)
const personSchema = z.object({ id: z.int(), name: z.string().describe('As the person is called today') })

/** What a thread is about; a map's own thread names the map. */
export const targetChoiceSchema = z.object({ kind: z.enum(targetKinds), id: targetIdSchema })
export const threadTargetSchema = z.object({
  kind: z.enum(targetKinds),
  id: targetIdSchema,
  name: z.string().describe('As it is called, or was when it was removed'),
  gone: z.boolean().describe('It is not on the map any more'),
})
export type ThreadTarget = z.output<typeof threadTargetSchema>

const textSchema = z
  .string()
  .trim()
  .min(1, 'a comment needs a text')
  .max(commentLength, `a comment has at most ${commentLength} characters`)
  .describe('Plain text; @[7] names the person of that number')

export const commentSchema = z
  .object({
    number: z.int().describe('1, 2, 3 … in its thread'),
    by: personSchema,
    text: z.string().describe('Empty once deleted'),
    at: timeSchema,
    editedAt: timeSchema.nullable(),
    deleted: z.boolean(),
  })
  .meta({ id: 'Comment' })
export type Comment = z.output<typeof commentSchema>

export const threadSchema = z
  .object({
    id: idSchema,
    target: threadTargetSchema,
    comments: z.array(commentSchema).describe('In a list: the first and the newest ones, oldest first'),
    total: z.int().describe('Comments ever written in it'),
    at: timeSchema,
    changedAt: timeSchema,
    resolved: z.object({ at: timeSchema, by: personSchema }).nullable(),
    people: z.array(personSchema).describe('Everybody named in the texts'),
  })
  .meta({ id: 'Thread' })
export type Thread = z.output<typeof threadSchema>
export const threadListSchema = pageOf(threadSchema).meta({ id: 'ThreadList' })
export type ThreadList = z.output<typeof threadListSchema>

export const threadsQuerySchema = z.object({
  state: z.enum(['open', 'resolved', 'all']).default('open'),
  kind: z.exactOptional(z.enum(targetKinds)).describe('Together with `target`: only threads on this'),
  target: z.exactOptional(targetIdSchema),
  limit: z.coerce.number().int().min(1).max(threadPage).default(threadPage),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
})
export type ThreadsQuery = z.output<typeof threadsQuerySchema>
export const commentsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
})
export const threadCountsSchema = z
  .object({
    rows: z.array(z.object({ kind: z.enum(targetKinds), id: targetIdSchema, open: z.int(), resolved: z.int() })),
  })
  .meta({ id: 'ThreadCounts' })
export type ThreadCounts = z.output<typeof threadCountsSchema>

export const newThreadSchema = z.object({ target: targetChoiceSchema, text: textSchema }).meta({ id: 'NewThread' })
export type NewThread = z.output<typeof newThreadSchema>
export const newCommentSchema = z.object({ text: textSchema }).meta({ id: 'NewComment' })
export const resolveThreadSchema = z.object({ resolved: z.boolean() }).meta({ id: 'ResolveThread' })

export const threadParamsSchema = z.object({ id: idSchema, thread: idSchema })
export const commentParamsSchema = z.object({ id: idSchema, thread: idSchema, comment: z.coerce.number().int().min(1).max(1_000_000) })

export const notificationSchema = z
  .object({
    id: idSchema,
    kind: z.enum(['mention', 'reply']).describe('reply: in a thread that one takes part in'),
    by: personSchema,
    at: timeSchema,
    read: z.boolean(),
    map: z.object({ id: idSchema, title: z.string().nullable().describe('Null when the map is gone') }),
    thread: idSchema,
    target: z.object({ kind: z.enum(targetKinds), id: targetIdSchema, name: z.string() }),
    text: z.string().describe('The beginning of the comment, with names for numbers'),
  })
  .meta({ id: 'Notification' })
export type InboxLine = z.output<typeof notificationSchema>
export const inboxSchema = pageOf(notificationSchema).extend({ unread: z.int() }).meta({ id: 'Inbox' })
export type Inbox = z.output<typeof inboxSchema>
export const inboxQuerySchema = pageQuerySchema
export const inboxParamsSchema = z.object({ id: idSchema })
export const markReadSchema = z.object({ read: z.boolean() }).meta({ id: 'MarkRead' })
