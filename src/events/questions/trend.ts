import type { AnswerTo } from '../../journey/answer.ts'
import type { TrendQuestion } from '../../journey/question.ts'
import { unreachable } from '../../journey/unreachable.ts'
import { int, nothing, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { answer, byName, countLooked, selectJourneys, withGroup, type QuestionContext } from './context.ts'
import { linkedFeedback } from './linked-feedback.ts'

/** A measure by day, week (from Monday) or month in UTC. Conversion counts journeys by their start and leaves open ones out. */
export async function askTrend(context: QuestionContext, question: TrendQuestion): Promise<AnswerTo<'trend'>> {
  const [found, looked] = await Promise.all([
    measured(context, question).then((from) =>
      context.query<{ grp: string; start: number; value: number | null; n: number }>(
        sql`SELECT grp, ${bucketStart('at', question.bucket)} AS start, ${valueOf(question)} FROM (${from}) GROUP BY grp, start`,
      ),
    ),
    selectJourneys(context, question).then((selected) => countLooked(context, selected)),
  ])
  const rows = [...found].sort((a, b) => a.start - b.start || byName(a.grp, b.grp)).map(({ grp, ...row }) => withGroup(question, grp, row))
  return answer({
    question: 'trend',
    unit: question.measure === 'events' || question.measure === 'score' ? 'occurrences' : 'journeys',
    looked,
    total: rows.length,
    rows,
  })
}

/** SELECT of what is measured, each with `at` in UTC ms. */
export async function measured(context: QuestionContext, question: TrendQuestion): Promise<Sql> {
  const id = question.touchpoint === undefined ? undefined : context.dictionary.idOf(question.touchpoint)
  switch (question.measure) {
    case 'journeys':
      return sql`SELECT *, start AS at FROM ${(await selectJourneys(context, question)).from}`
    case 'conversion':
      return sql`SELECT *, start AS at FROM ${(await selectJourneys(context, question)).from} WHERE outcome != 'open'`
    case 'events':
      return sql`SELECT *, start + offset_ms AS at FROM ${(await selectJourneys(context, question)).from} ARRAY JOIN arrayCumSum(gaps) AS offset_ms, touchpoints AS touchpoint_id${id === undefined ? nothing : sql` WHERE touchpoint_id = ${int(id)}`}`
    case 'score':
      return sql`SELECT * FROM (${await linkedFeedback(context, question, { of: 'scores' })})${id === undefined ? nothing : sql` WHERE target = ${int(id)}`}`
    default:
      return unreachable(question.measure)
  }
}

function valueOf({ measure }: TrendQuestion): Sql {
  switch (measure) {
    case 'journeys':
    case 'events':
      return sql`toFloat64(count()) AS value, count() AS n`
    case 'conversion':
      return sql`countIf(outcome = 'goal') / count() AS value, count() AS n`
    case 'score':
      return sql`avg(normal) AS value, count() AS n`
    default:
      return unreachable(measure)
  }
}

/** UTC ms of the start of the bucket that `at` (UTC ms) lies in. */
export function bucketStart(at: string, bucket: TrendQuestion['bucket']): Sql {
  const time = `fromUnixTimestamp64Milli(${at}, 'UTC')`
  const day = {
    day: `toDate32(${time})`,
    week: `toDate32(${time}) - toIntervalDay(toDayOfWeek(${time}) - 1)`,
    month: `toDate32(${time}) - toIntervalDay(toDayOfMonth(${time}) - 1)`,
  }[bucket]
  return unsafeSql(`toInt64(toInt32(${day})) * 86400000`)
}
