import type { LanguageTexts, TextFeelings, TextFeelingsAsked, TouchpointTexts } from '../../journey/text-feelings.ts'
import { sql } from '../engine/sql.ts'
import { byName, countLooked, selectJourneys, type QuestionContext } from '../questions/context.ts'
import { linkedFeedback } from '../questions/linked-feedback.ts'
import { scoresBy } from './text-scores.ts'

/**
 * Texts by the touchpoint they speak of, with their scores. A short text that looks English without being sure counts as English
 * only where English is the commonest language among the sure ones.
 */
export async function askTextFeelings(context: QuestionContext, asked: TextFeelingsAsked): Promise<TextFeelings> {
  const { workspace, dictionary } = context
  const { method, ...filters } = asked
  const lexicon = scoresBy(workspace, 'lexicon')
  const [commonest] = await context.query<{ language: string }>(
    sql`SELECT language FROM ${lexicon} WHERE sure AND language != 'zxx' GROUP BY language ORDER BY count() DESC, language LIMIT 1`,
  )
  const shortEnglish = commonest === undefined || commonest.language === 'en'
  const feedback = await linkedFeedback(context, filters, { of: 'texts' })
  const texts = sql`SELECT target, how, text FROM (${feedback})`
  const read = sql`if(l.language = '' OR (l.language = 'en' AND NOT l.sure AND ${shortEnglish ? sql`false` : sql`true`}), 'und', l.language)`
  const scored =
    method === 'lexicon'
      ? sql`SELECT f.target AS target, f.how AS how, ${read} AS language, if(language = 'und', NULL, l.score) AS score FROM (${texts}) AS f LEFT JOIN ${lexicon} AS l ON l.text = f.text`
      : sql`SELECT f.target AS target, f.how AS how, ${read} AS language, multiIf(language = 'und', NULL, language = 'zxx', l.score, m.score) AS score
          FROM (${texts}) AS f LEFT JOIN ${lexicon} AS l ON l.text = f.text LEFT JOIN ${scoresBy(workspace, 'model')} AS m ON m.text = f.text`
  const [touchpoints, languages, looked] = await Promise.all([
    context.query<Omit<TouchpointTexts, 'touchpoint'> & { target: number }>(sql`
      SELECT target, count() AS texts, count(score) AS n, ifNull(avg(score), 0) AS mean, if(n < 2, 0, ifNull(stddevSampStable(score), 0)) AS sd,
        countIf(how = 'own' AND isNotNull(score)) AS own, countIf(how = 'explicit' AND isNotNull(score)) AS explicit, countIf(how = 'nearest' AND isNotNull(score)) AS nearest
      FROM (${scored}) GROUP BY target`),
    context.query<LanguageTexts>(
      sql`SELECT language, count() AS texts, count(score) AS scored FROM (${scored}) GROUP BY language ORDER BY texts DESC, language`,
    ),
    selectJourneys(context, filters).then((selected) => countLooked(context, selected)),
  ])
  return {
    ...looked,
    touchpoints: touchpoints
      .map(({ target, ...row }) => ({ touchpoint: dictionary.nameOf(target), ...row }))
      .sort((a, b) => b.texts - a.texts || byName(a.touchpoint, b.touchpoint)),
    languages,
  }
}
