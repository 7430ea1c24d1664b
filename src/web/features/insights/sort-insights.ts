import type { InsightComment, InsightVerdict, SaidOfInsights } from '../../../contract/insights.ts'
import type { Insight } from '../../../journey/insight.ts'

export type InsightState = 'new' | 'accepted' | 'rejected'

/** An insight with what people said of it, and the ones that were merged into it. */
export interface JudgedInsight {
  readonly insight: Insight
  readonly state: InsightState
  readonly verdict?: InsightVerdict
  readonly comments: readonly InsightComment[]
  readonly merged: readonly Insight[]
}

/**
 * Insights by what people decided; one that was merged stands with the one that it was merged into, and by itself where that
 * is not found any more. Order stays as it was found.
 */
export function judgeInsights(rows: readonly Insight[], said: SaidOfInsights): readonly JudgedInsight[] {
  const verdicts = new Map(said.verdicts.map((verdict) => [verdict.insight, verdict]))
  const found = new Set(rows.map(({ id }) => id))
  const home = (id: string): string => {
    const seen = new Set<string>()
    let at = id
    for (;;) {
      const into = verdicts.get(at)?.into
      if (into === undefined || into === null || !found.has(into) || seen.has(at)) return at
      seen.add(at)
      at = into
    }
  }
  const merged = Map.groupBy(
    rows.filter(({ id }) => home(id) !== id),
    ({ id }) => home(id),
  )
  return rows
    .filter(({ id }) => home(id) === id)
    .map((insight) => {
      const verdict = verdicts.get(insight.id)
      return {
        insight,
        state: verdict?.verdict === 'rejected' ? 'rejected' : verdict?.verdict === 'accepted' ? 'accepted' : 'new',
        ...(verdict && { verdict }),
        comments: said.comments.filter((comment) => comment.insight === insight.id),
        merged: merged.get(insight.id) ?? [],
      }
    })
}

/** Verdicts on insights that this look does not find: they are remembered all the same. */
export const notFoundNow = (rows: readonly Insight[], said: SaidOfInsights): readonly InsightVerdict[] =>
  said.verdicts.filter(({ insight }) => rows.every(({ id }) => id !== insight))
