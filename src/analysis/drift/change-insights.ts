import type { Insight } from '../../journey/insight.ts'
import type { ChangeRow } from '../../journey/methods/changes.ts'

const most = 10

/** The largest changes as insights. */
export const changeInsights = (rows: readonly ChangeRow[]): readonly Insight[] =>
  rows.slice(0, most).map(({ id, measure, touchpoint, to, at, sentence, difference, low, high, p, nBefore, nAfter }): Insight => ({
    id: `change ${id}`,
    kind: 'change',
    cause: measure,
    title: titleOf(measure, touchpoint, to),
    detail: `${sentence} Since the period that began on ${new Date(at).toISOString().slice(0, 10)}.`,
    ...(touchpoint !== '' && { touchpoint }),
    ...(to !== '' && { to }),
    effect: difference,
    low,
    high,
    unit: measure === 'score' ? 'score' : 'share',
    p,
    n: nBefore + nAfter,
    affected: nAfter,
    size: nAfter * Math.abs(difference),
    evidence: [],
    caution: 'Something changed at this time; what did it is not in these numbers.',
  }))

function titleOf(measure: ChangeRow['measure'], touchpoint: string, to: string): string {
  switch (measure) {
    case 'score':
      return `How people feel at "${touchpoint}" changed`
    case 'time':
      return `The time from "${touchpoint}" to "${to}" changed`
    case 'start':
      return `How many begin at "${touchpoint}" changed`
    case 'next':
      return to === '' ? `How many are lost after "${touchpoint}" changed` : `How many go from "${touchpoint}" to "${to}" changed`
  }
}
