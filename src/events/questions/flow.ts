import type { AnswerTo } from '../../journey/answer.ts'
import type { FlowQuestion } from '../../journey/question.ts'
import { sql } from '../engine/sql.ts'
import { answer, byName, countLooked, selectJourneys, withGroup, type QuestionContext } from './context.ts'
import { journeyNodes, nodeOf } from './flow-edges.ts'

/** Passages between stages, from the start and to the outcomes; what flows into a stage flows out of it. */
export async function askFlow(context: QuestionContext, question: FlowQuestion): Promise<AnswerTo<'flow'>> {
  const selected = await selectJourneys(context, question)
  const [found, looked] = await Promise.all([
    context.query<{ grp: string; a: number; b: number; count: number; journeys: number }>(sql`
      SELECT grp, a, b, count() AS count, countIf(nth = 1) AS journeys FROM (${journeyNodes(selected, question.stages, context.dictionary)})
      ARRAY JOIN arrayPopBack(nodes) AS a, arrayPopFront(nodes) AS b, arrayEnumerateUniq(arrayPopBack(nodes), arrayPopFront(nodes)) AS nth
      GROUP BY grp, a, b`),
    countLooked(context, selected),
  ])
  const sorted = [...found].sort((x, y) => byName(x.grp, y.grp) || x.a - y.a || x.b - y.b)
  const rows = sorted.map(({ grp, a, b, ...row }) =>
    withGroup(question, grp, { from: nodeOf(a, question.stages), to: nodeOf(b, question.stages), ...row }),
  )
  return answer({ question: 'flow', unit: 'journeys', looked, total: rows.length, rows })
}
