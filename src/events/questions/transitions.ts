import type { AnswerTo, TransitionRow } from '../../journey/answer.ts'
import type { TransitionsQuestion } from '../../journey/question.ts'
import { int, nothing, sql, unsafeSql } from '../engine/sql.ts'
import {
  answer,
  byName,
  countLooked,
  nearestRanks,
  page,
  selectJourneys,
  withGroup,
  type QuestionContext,
  type Selected,
} from './context.ts'

interface Found extends Omit<TransitionRow, 'from' | 'to'> {
  readonly a: number
  readonly b: number
  readonly grp: string
}

/** Directly following pairs: occurrences, journeys, time between. Most frequent first, ties by names. */
export async function askTransitions(context: QuestionContext, question: TransitionsQuestion): Promise<AnswerTo<'transitions'>> {
  const selected = collapsed(await selectJourneys(context, question), question.collapseRepeats ?? false)
  const slow = question.slowerThanMs === undefined ? nothing : sql`, countIf(gap > ${int(question.slowerThanMs)}) AS slow`
  const [found, looked] = await Promise.all([
    context.query<Found>(sql`
      SELECT grp, a, b, count() AS count, countIf(nth = 1) AS journeys, ${nearestRanks([0.5, 0.9], 'gap', { name: (level) => `p${level * 100}` })}${slow}
      FROM (
        SELECT grp, a, b, gap, nth FROM ${selected.from}
        ARRAY JOIN arrayPopBack(touchpoints) AS a, arrayPopFront(touchpoints) AS b, arrayPopFront(gaps) AS gap, arrayEnumerateUniq(arrayPopBack(touchpoints), arrayPopFront(touchpoints)) AS nth
      ) GROUP BY grp, a, b`),
    countLooked(context, selected),
  ])
  const rows = found.map(({ a, b, grp, ...row }) =>
    withGroup(question, grp, { from: context.dictionary.nameOf(a), to: context.dictionary.nameOf(b), ...row }),
  )
  rows.sort((x, y) => y.count - x.count || byName(x.from, y.from) || byName(x.to, y.to) || byName(x.group ?? '', y.group ?? ''))
  const { shown, cut } = page(rows, question)
  const other = cut.length === 0 ? undefined : { count: cut.reduce((all, row) => all + row.count, 0) }
  return answer({ question: 'transitions', unit: 'occurrences', looked, total: rows.length, rows: shown, other })
}

/** Counts a run of the same touchpoint once, at its first time. */
export function collapsed(selected: Selected, collapse: boolean): Selected {
  if (!collapse) return selected
  const first = 'arrayMap((t, before) -> t != before, touchpoints_all, arrayPushFront(arrayPopBack(touchpoints_all), toUInt16(0)))'
  return {
    from: sql`(SELECT * EXCEPT (touchpoints_all, gaps_all, firsts, times), arrayFilter((t, f) -> f, touchpoints_all, firsts) AS touchpoints, arrayDifference(arrayFilter((t, f) -> f, times, firsts)) AS gaps
      FROM (SELECT * EXCEPT (touchpoints, gaps), touchpoints AS touchpoints_all, gaps AS gaps_all, arrayCumSum(gaps) AS times, ${unsafeSql(first)} AS firsts FROM ${selected.from}))`,
  }
}
