import type { AnswerTo, ScoreRow } from '../../journey/answer.ts'
import type { ScoresQuestion } from '../../journey/question.ts'
import { sql } from '../engine/sql.ts'
import { answer, byName, countLooked, page, selectJourneys, withGroup, type QuestionContext } from './context.ts'
import { linkedFeedback } from './linked-feedback.ts'

/** Scores by the touchpoint they speak of and by scale; most answers first. Standard deviations are of the sample (n − 1). */
export async function askScores(context: QuestionContext, question: ScoresQuestion): Promise<AnswerTo<'scores'>> {
  const feedback = await linkedFeedback(context, question, { of: 'scores' })
  const [found, looked] = await Promise.all([
    context.query<Omit<ScoreRow, 'touchpoint'> & { target: number; grp: string }>(sql`
      SELECT grp, target, scale, count() AS n, avg(score) AS meanRaw, avg(normal) AS mean, if(n < 2, 0, stddevSampStable(normal)) AS sd,
        countIf(how = 'own') AS own, countIf(how = 'explicit') AS explicit, countIf(how = 'nearest') AS nearest,
        countIf(scale = 'nps' AND score >= 9) AS promoters, countIf(scale = 'nps' AND score <= 6) AS detractors,
        countIf(if(scale IN ('stars', 'csat'), score >= 4, if(scale = 'ces', score >= 5, normal >= 0.5))) AS topTwo
      FROM (${feedback}) GROUP BY grp, target, scale`),
    selectJourneys(context, question).then((selected) => countLooked(context, selected)),
  ])
  const rows = found.map(({ target, grp, ...row }) => withGroup(question, grp, { touchpoint: context.dictionary.nameOf(target), ...row }))
  rows.sort((a, b) => b.n - a.n || byName(a.touchpoint, b.touchpoint) || byName(a.scale, b.scale) || byName(a.group ?? '', b.group ?? ''))
  const { shown, cut } = page(rows, question)
  return answer({
    question: 'scores',
    unit: 'occurrences',
    looked,
    total: rows.length,
    rows: shown,
    other: cut.length > 0 ? { n: cut.reduce((all, row) => all + row.n, 0) } : undefined,
  })
}
