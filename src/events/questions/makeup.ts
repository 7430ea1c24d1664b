import type { AnswerTo, MakeupRow } from '../../journey/answer.ts'
import type { MakeupQuestion } from '../../journey/question.ts'
import { sql, texts } from '../engine/sql.ts'
import { answer, byName, countLooked, nearestRanks, page, selectJourneys, withGroup, type QuestionContext } from './context.ts'

/** Journeys by outcome and duration: first all, then by each value of the definition's segments, the largest first. */
export async function askMakeup(context: QuestionContext, question: MakeupQuestion): Promise<AnswerTo<'makeup'>> {
  const selected = await selectJourneys(context, question)
  const { segments } = context.definition
  const [found, looked] = await Promise.all([
    context.query<MakeupRow & { grp: string }>(sql`
      SELECT grp, property, value, count() AS journeys, countIf(outcome = 'goal') AS reachedGoal, countIf(outcome = 'lost') AS lost,
        countIf(outcome = 'open') AS open, ${nearestRanks([0.5, 0.9], 'duration', { name: (level) => `p${level * 100}Duration` })}
      FROM (
        SELECT grp, outcome, "end" - start AS duration, property, value FROM ${selected.from}
        ARRAY JOIN arrayPushFront(${texts(segments)}, '') AS property, arrayPushFront(arrayMap(s -> toString(s), arraySlice(segments, 1, ${{ type: 'UInt32', value: segments.length }})), '') AS value
      ) GROUP BY grp, property, value`),
    countLooked(context, selected),
  ])
  const place = new Map(['', ...segments].map((property, index) => [property, index]))
  const rows = found.map(({ grp, ...row }) => withGroup(question, grp, row))
  rows.sort(
    (a, b) =>
      byName(a.group ?? '', b.group ?? '') ||
      place.get(a.property)! - place.get(b.property)! ||
      b.journeys - a.journeys ||
      byName(a.value, b.value),
  )
  const { shown } = page(rows, question)
  return answer({ question: 'makeup', unit: 'journeys', looked, total: rows.length, rows: shown })
}
