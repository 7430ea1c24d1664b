import type { Evidence } from '../../journey/evidence.ts'
import type { Insight } from '../../journey/insight.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { describe } from '../statistics/mean-interval.ts'
import { compareMeans } from '../statistics/two-means.ts'
import type { DecidedTheme } from './apply-decisions.ts'
import { textsByTheme } from './describe-themes.ts'
import type { ReadThemes } from './read-themes.ts'
import type { ThemeText } from './theme-text.ts'

export interface ThemeInsightInput {
  readonly themes: readonly DecidedTheme[]
  readonly texts: readonly ThemeText[]
  readonly read: ReadThemes
  /** Which texts count, by place. */
  readonly counted: readonly number[]
}

/** Least difference of mean scores, of −1..+1, that is worth telling. */
const leastEffect = 0.2
const leastAnswers = 10

/**
 * Themes whose answers score clearly worse or better than the other answers with words at the same touchpoint: Welch's test,
 * corrected over every theme and touchpoint that was looked at (Benjamini and Hochberg, 5 %). Excluded themes say nothing.
 */
export function themeInsights({ themes, texts, read, counted }: ThemeInsightInput): readonly Insight[] {
  const scored = counted.filter((text) => texts[text]!.normal !== null && texts[text]!.touchpoint !== '')
  const byTouchpoint = Map.groupBy(scored, (text) => texts[text]!.touchpoint)
  const byTheme = textsByTheme(themes, { read, counted: scored })
  const valuesOf = (list: readonly number[]): readonly number[] => list.map((text) => texts[text]!.normal ?? 0)
  const candidates = themes.flatMap((theme, place) => {
    if (theme.excluded) return []
    return [...Map.groupBy(byTheme[place]!, (text) => texts[text]!.touchpoint)].flatMap(([touchpoint, own]) => {
      const inside = new Set(own)
      const rest = byTouchpoint.get(touchpoint)!.filter((text) => !inside.has(text))
      if (own.length < leastAnswers || rest.length < leastAnswers) return []
      const [a, b] = [describe(valuesOf(own)), describe(valuesOf(rest))]
      const difference = compareMeans(a, b)
      return difference ? [{ theme, touchpoint, own, a, b, difference }] : []
    })
  })
  const corrected = benjaminiHochberg(candidates.map(({ difference }) => difference.p))
  return candidates
    .flatMap(({ theme, touchpoint, own, a, b, difference }, index): Insight[] => {
      const p = corrected[index]!
      if (p > 0.05 || Math.abs(difference.value) < leastEffect) return []
      const worse = difference.value < 0
      return [
        {
          id: `theme ${theme.id} ${touchpoint}`,
          kind: 'theme',
          cause: worse ? 'negative theme' : 'positive theme',
          title: `${worse ? 'Unhappy' : 'Happy'} words about “${theme.name}” at ${touchpoint}`,
          detail: `${a.n} answers about it score ${signed(a.mean)} on average, the ${b.n} others there ${signed(b.mean)} (−1 worst, +1 best).`,
          touchpoint,
          effect: difference.value,
          low: difference.low,
          high: difference.high,
          unit: 'score',
          p,
          n: a.n + b.n,
          affected: a.n,
          size: a.n * Math.abs(difference.value),
          evidence: own
            .toSorted((x, y) => order(texts[x]!, texts[y]!, worse))
            .slice(0, 3)
            .map((text) => evidenceOf(texts[text]!)),
          caution:
            'People chose to write: those who did may not feel as others do. A theme goes with its scores; it need not be their reason.',
        },
      ]
    })
    .toSorted((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
}

const order = (a: ThemeText, b: ThemeText, worse: boolean): number =>
  (worse ? 1 : -1) * ((a.normal ?? 0) - (b.normal ?? 0)) || b.time - a.time || (a.text < b.text ? -1 : 1)

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

function evidenceOf({ text, customer, time, file, line, score, scale }: ThemeText): Evidence {
  return { kind: 'verbatim', text, customer, time, file, line, ...(score !== null && { score, scale }) }
}
