import type { ScoreRow, TouchpointRow } from '../../journey/answer.ts'
import type { EmotionLinks, EmotionRow, EmotionValue } from '../../journey/methods/emotion.ts'
import type { TouchpointTexts } from '../../journey/text-feelings.ts'
import { byText } from '../by-order.ts'
import { meanInterval, pool, type Moments } from '../statistics/mean-interval.ts'
import { scoreFigures } from './score-figures.ts'

/** Fewer than this say nothing: the mean is withheld. */
export const fewest = 5

export interface EmotionInput {
  readonly touchpoints: readonly TouchpointRow[]
  readonly scores: readonly ScoreRow[]
  readonly texts: readonly TouchpointTexts[]
}

/** A row a touchpoint and series, in the order of the journey; scores before words. */
export function emotionRows({ touchpoints, scores, texts }: EmotionInput): readonly EmotionRow[] {
  const position = new Map(touchpoints.map((row) => [row.touchpoint, row.position]))
  const names = [...new Set([...scores, ...texts].map(({ touchpoint }) => touchpoint))]
  const place = (name: string): number => position.get(name) ?? 1
  names.sort((a, b) => place(a) - place(b) || byText(a, b))
  return names.flatMap((touchpoint) => {
    const given = scores.filter((row) => row.touchpoint === touchpoint && row.n > 0)
    const written = texts.find((row) => row.touchpoint === touchpoint)
    const here = { touchpoint, position: place(touchpoint) }
    return [...(given.length > 0 ? [scoresRow(here, given)] : []), ...(written ? [wordsRow(here, written)] : [])]
  })
}

type Place = Pick<EmotionRow, 'touchpoint' | 'position'>

const scoresRow = (here: Place, rows: readonly ScoreRow[]): EmotionRow => ({
  ...here,
  series: 'scores',
  ...feeling(pool(rows)),
  links: sumLinks(rows),
  notScored: 0,
  figures: scoreFigures(rows),
})

const wordsRow = (here: Place, row: TouchpointTexts): EmotionRow => ({
  ...here,
  series: 'words',
  ...feeling(row),
  links: sumLinks([row]),
  notScored: row.texts - row.n,
  figures: [],
})

export const sumLinks = (rows: readonly EmotionLinks[]): EmotionLinks => {
  const sum = (key: keyof EmotionLinks): number => rows.reduce((all, row) => all + row[key], 0)
  return { own: sum('own'), explicit: sum('explicit'), nearest: sum('nearest') }
}

const feeling = (moments: Moments): EmotionValue & { readonly sd: number; readonly tooFew: boolean } => ({
  ...valueOf(moments),
  sd: moments.sd,
  tooFew: moments.n < fewest,
})

/** The mean with its interval by Student's t, held within −1..+1; withheld where there are too few. */
export function valueOf(moments: Moments): EmotionValue {
  const estimate = meanInterval(moments)
  if (!estimate || estimate.n < fewest) return { n: moments.n, mean: null, low: null, high: null }
  const { value, low, high, n } = estimate
  return { n, mean: value, low: Math.max(-1, low ?? -1), high: Math.min(1, high ?? 1) }
}
