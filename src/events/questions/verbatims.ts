import type { AnswerTo, VerbatimRow } from '../../journey/answer.ts'
import type { VerbatimsQuestion } from '../../journey/question.ts'
import { int, nothing, sql, unsafeSql } from '../engine/sql.ts'
import { lineOf } from '../ingest/line-of.ts'
import { answer, countLooked, selectJourneys, type QuestionContext } from './context.ts'
import { linkedFeedback } from './linked-feedback.ts'

/** What a text comes with, of each event. */
const columns = [
  { name: 'words', expression: sql`verbatim` },
  { name: 'channel_of', expression: sql`channel` },
  { name: 'customers', expression: sql`customer` },
  { name: 'rows', expression: sql`(import, file, row)` },
]

/** Customers' own words with where they were read, newest first or by hash. */
export async function askVerbatims(context: QuestionContext, question: VerbatimsQuestion): Promise<AnswerTo<'verbatims'>> {
  const { workspace, dictionary } = context
  const id = question.touchpoint === undefined ? undefined : dictionary.idOf(question.touchpoint)
  const words = sql`SELECT customers[p] AS customer, at, target, channel_of[p] AS channel, score, scale, words[p] AS words, rows[p] AS source FROM (${await linkedFeedback(context, question, { of: 'texts', columns })})${id === undefined ? nothing : sql` WHERE target = ${int(id)}`}`
  const hashed = question.order === 'hash'
  const key = unsafeSql(hashed ? 'sipHash64(source)' : 'at DESC')
  const direction = unsafeSql(hashed ? '' : 'DESC')
  const scope = sql`workspace = ${int(workspace)}`
  const [found, totals, looked] = await Promise.all([
    context.query<Omit<VerbatimRow, 'touchpoint' | 'customer' | 'time'> & { target: number; customer_id: string; at: number }>(sql`
      SELECT target, w.at AS at, channel, if(isNaN(score), NULL, score) AS score, if(isNaN(w.score), '', scale) AS scale, substringUTF8(w.words, 1, ${int(hashed ? 1000 : 10_000)}) AS text, f.name AS file, ${lineOf('w.source.3')} AS line, c.customer_id AS customer_id
      FROM (SELECT * FROM (${words}) ORDER BY ${key}, source ${direction} LIMIT ${int(question.limit ?? 100)} OFFSET ${int(question.offset ?? 0)}) AS w
      INNER JOIN (SELECT * FROM import_files WHERE ${scope}) AS f ON f.import = w.source.1 AND f.file = w.source.2
      INNER JOIN (SELECT customer, any(customer_id) AS customer_id FROM events WHERE ${scope} AND ${context.joined ? sql`customer IN (SELECT customer FROM (${words}))` : sql`verbatim != ''`} GROUP BY customer) AS c ON c.customer = w.customer
      ORDER BY ${hashed ? sql`sipHash64(w.source)` : sql`w.at DESC`}, w.source ${direction}`),
    context.query<{ n: number }>(sql`SELECT count() AS n FROM (${words})`),
    selectJourneys(context, question).then((selected) => countLooked(context, selected)),
  ])
  const rows = found.map(({ target, customer_id, at, ...row }) => ({
    customer: customer_id,
    time: at,
    touchpoint: dictionary.nameOf(target),
    ...row,
  }))
  return answer({ question: 'verbatims', unit: 'occurrences', looked, total: totals[0]?.n ?? 0, rows })
}
