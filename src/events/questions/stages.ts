import type { AnswerTo, StageRow } from '../../journey/answer.ts'
import type { StagesQuestion } from '../../journey/question.ts'
import { sql } from '../engine/sql.ts'
import { answer, countLooked, nearestRanks, selectJourneys, withGroup, type QuestionContext } from './context.ts'
import { stageNumbers } from './flow-edges.ts'
import { linkedFeedback } from './linked-feedback.ts'

interface Visited extends Pick<StageRow, 'journeys' | 'exits' | 'events' | 'p50Time' | 'p90Time'> {
  readonly grp: string
  readonly stage: number
}
interface Felt extends Pick<StageRow, 'scores' | 'meanScore' | 'sdScore'> {
  readonly grp: string
  readonly stage: number
}

/** Numbers of each stage, in the order asked; a stage nobody reaches has zeros. */
export async function askStages(context: QuestionContext, question: StagesQuestion): Promise<AnswerTo<'stages'>> {
  const selected = await selectJourneys(context, question)
  const numbers = stageNumbers(question.stages, context.dictionary)
  const feedback = await linkedFeedback(context, question, { of: 'scores' })
  const [visited, felt, looked] = await Promise.all([
    context.query<Visited>(sql`
      SELECT grp, stage, count() AS journeys, countIf(stage = last_stage AND outcome = 'lost') AS exits, sum(n) AS events, ${nearestRanks([0.5, 0.9], 'stay', { name: (level) => `p${level * 100}Time` })}
      FROM (
        SELECT grp, outcome, stage, arrayLast(s -> s > 0, stages) AS last_stage, countEqual(stages, stage) AS n,
          times[arrayLastIndex(s -> s = stage, stages)] - times[indexOf(stages, stage)] AS stay
        FROM (SELECT grp, outcome, arrayCumSum(gaps) AS times, ${numbers} AS stages FROM ${selected.from})
        ARRAY JOIN arrayFilter(s -> s > 0, arrayDistinct(stages)) AS stage
      ) GROUP BY grp, stage`),
    context.query<Felt>(sql`
      SELECT grp, stage, count() AS scores, avg(normal) AS meanScore, if(scores < 2, 0, stddevSampStable(normal)) AS sdScore
      FROM (SELECT grp, normal, ${stageNumbers(question.stages, context.dictionary)}[1] AS stage FROM (SELECT grp, normal, [target] AS touchpoints FROM (${feedback}))) WHERE stage > 0 GROUP BY grp, stage`),
    countLooked(context, selected),
  ])
  const groups = [...new Set(visited.map((row) => row.grp))].sort()
  const rows = (groups.length === 0 ? [''] : groups).flatMap((grp) =>
    question.stages.map(({ stage }, index) => {
      const own = (row: { readonly grp: string; readonly stage: number }): boolean => row.grp === grp && row.stage === index + 1
      return withGroup(question, grp, stageRow(stage, visited.find(own), felt.find(own)))
    }),
  )
  return answer({ question: 'stages', unit: 'journeys', looked, total: rows.length, rows })
}

function stageRow(stage: string, visited: Visited | undefined, felt: Felt | undefined): StageRow {
  const { journeys = 0, exits = 0, events = 0, p50Time = null, p90Time = null } = visited ?? {}
  const { scores = 0, meanScore = null, sdScore = null } = felt ?? {}
  return { stage, journeys, exits, events, p50Time, p90Time, scores, meanScore, sdScore }
}
