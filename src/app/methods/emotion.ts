import { emotionRows, sumLinks, valueOf } from '../../analysis/emotion/emotion-rows.ts'
import { emotionNotes } from '../../analysis/emotion/emotion-notes.ts'
import { momentsOfTruth } from '../../analysis/emotion/moments.ts'
import { scoreFigures } from '../../analysis/emotion/score-figures.ts'
import { pool } from '../../analysis/statistics/mean-interval.ts'
import { lexiconMeasured, modelMeasured } from '../../analysis/words/measured.ts'
import type { EmotionSummary } from '../../journey/methods/emotion.ts'
import { fillTextScores } from '../words/fill-text-scores.ts'
import { cutPage } from './cut-page.ts'
import type { Method } from './method.ts'

/** How customers feel at each touchpoint, by their scores and by their words. */
export const emotionMethod: Method<'emotion'> = async (context, question) => {
  const { ask, events, workspace, definition, signal, progress } = context
  const method = question.method ?? 'lexicon'
  await fillTextScores(context, 'lexicon')
  if (method === 'model') await fillTextScores(context, 'model')
  progress('Asking the journeys', null)
  const filters = { ...(question.events && { events: question.events }), ...(question.journeys && { journeys: question.journeys }) }
  const overview = await ask({ question: 'overview' })
  const touchpoints = (await ask({ question: 'touchpoints' })).rows
  const scores = (await ask({ question: 'scores' })).rows
  const texts = await events.textFeelings(workspace, definition, { ...filters, method }, signal)
  const transitions = definition.goal.length === 0 ? [] : (await ask({ question: 'transitions' })).rows
  const rows = emotionRows({ touchpoints, scores, texts: texts.touchpoints })
  const count = (key: 'texts' | 'scored'): number => texts.languages.reduce((all, row) => all + row[key], 0)
  const summary: EmotionSummary = {
    overall: [
      { series: 'scores', ...valueOf(pool(scores)), links: sumLinks(scores) },
      { series: 'words', ...valueOf(pool(texts.touchpoints)), links: sumLinks(texts.touchpoints) },
    ],
    figures: scoreFigures(scores),
    moments: momentsOfTruth({ rows, touchpoints, transitions, goal: definition.goal }),
    words: {
      method,
      texts: count('texts'),
      scored: count('scored'),
      languages: texts.languages,
      measured: method === 'lexicon' ? lexiconMeasured : modelMeasured,
    },
  }
  return {
    question: 'emotion',
    unit: 'occurrences',
    journeys: overview.journeys,
    events: overview.events,
    ...cutPage(rows, question),
    summary,
    notes: emotionNotes(rows, summary),
  }
}
