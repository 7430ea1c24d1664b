import { wilson } from '../../analysis/statistics/wilson.ts'
import type { AnswerTo, FunnelRow } from '../../journey/answer.ts'
import type { FunnelQuestion } from '../../journey/question.ts'
import { joinSql, sql, unsafeSql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { answer, byName, countLooked, isGrouped, nearestRanks, selectJourneys, withGroup, type QuestionContext } from './context.ts'
import { funnelLevels } from './funnel-levels.ts'

type Found = Readonly<Record<string, number | null>> & { readonly grp: string }

/** Journeys that get to each step, with Wilson's 95 % interval of the conversion and the time from the first step. */
export async function askFunnel(context: QuestionContext, question: FunnelQuestion): Promise<AnswerTo<'funnel'>> {
  if (question.steps.length < 1 || question.steps.length > 32) throw new EventStoreError('bad_question', 'A funnel has 1 to 32 steps.')
  const selected = await selectJourneys(context, question)
  const columns = question.steps.map((_, index) => {
    const k = index + 1
    const times = nearestRanks([0.25, 0.5, 0.75, 0.9], `d${k}`, { name: (level) => `q${level * 100}_${k}`, condition: `r${k}` })
    return joinSql([unsafeSql(`countIf(r${k}) AS n${k}`), times], ', ')
  })
  const [groups, looked] = await Promise.all([
    context.query<Found>(
      sql`SELECT grp, ${joinSql(columns, ', ')} FROM (${funnelLevels(selected, question, context.dictionary)}) GROUP BY grp`,
    ),
    countLooked(context, selected),
  ])
  const found = groups.length > 0 || isGrouped(question) ? [...groups].sort((a, b) => byName(a.grp, b.grp)) : [{ grp: '' } as Found]
  const rows = found.flatMap((group) =>
    question.steps.map((step, index) => withGroup(question, group.grp, stepRow(group, step, index + 1))),
  )
  return answer({ question: 'funnel', unit: 'journeys', looked, total: rows.length, rows })
}

function stepRow(found: Found, step: string, k: number): FunnelRow {
  const entered = found['n1'] ?? 0
  const journeys = found[`n${k}`] ?? 0
  const interval = entered > 0 ? wilson(journeys, entered) : undefined
  const time = (level: number): number | null => (k === 1 ? null : (found[`q${level}_${k}`] ?? null))
  return {
    step,
    journeys,
    conversion: entered > 0 ? journeys / entered : null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    p25: time(25),
    p50: time(50),
    p75: time(75),
    p90: time(90),
    lost: k === 1 ? 0 : (found[`n${k - 1}`] ?? 0) - journeys,
  }
}
