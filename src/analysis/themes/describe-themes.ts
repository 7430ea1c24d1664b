import type { ThemeFeeling, ThemeRow } from '../../journey/methods/themes.ts'
import { describe, meanInterval } from '../statistics/mean-interval.ts'
import { nameOf, type DecidedTheme } from './apply-decisions.ts'
import { bucketsBetween, bucketStart, type Bucket } from './buckets.ts'
import type { ThemeText } from './theme-text.ts'
import type { ReadThemes } from './read-themes.ts'

export interface Describing {
  readonly texts: readonly ThemeText[]
  readonly read: ReadThemes
  /** Which texts count, by place. */
  readonly counted: readonly number[]
  readonly bucket: Bucket
}

/** Fewer than this and a number means little. */
export const tooFew = 5

/** The rows of decided themes, most texts first. Themes without a counted text are left out. */
export function describeThemes(decided: readonly DecidedTheme[], describing: Describing): readonly ThemeRow[] {
  const { texts, counted, bucket } = describing
  const byTheme = textsByTheme(decided, describing)
  const times = counted.map((text) => texts[text]!.time)
  const starts = times.length === 0 ? [] : bucketsBetween(least(times), -least(times.map((time) => -time)), bucket)
  const all = countBuckets(times, bucket)
  return decided
    .map((theme, place) => describeOne(theme, byTheme[place]!, { ...describing, starts, all }))
    .filter((row) => row.texts > 0)
    .toSorted((a, b) => b.texts - a.texts || (a.id < b.id ? -1 : 1))
}

/** Places of each theme's counted texts. */
export function textsByTheme(
  decided: readonly DecidedTheme[],
  { read, counted }: Pick<Describing, 'read' | 'counted'>,
): readonly (readonly number[])[] {
  const decidedOf = new Map(decided.flatMap(({ places }, place) => places.map((found) => [found, place] as const)))
  const lists = decided.map((): number[] => [])
  for (const text of counted) {
    const place = decidedOf.get(read.themeOf[text]!)
    if (place !== undefined) lists[place]!.push(text)
  }
  return lists
}

interface DescribingOne extends Describing {
  readonly starts: readonly number[]
  readonly all: ReadonlyMap<number, number>
}

function describeOne(theme: DecidedTheme, own: readonly number[], about: DescribingOne): ThemeRow {
  const { texts, read, counted, bucket, starts, all } = about
  const found = theme.places.map((place) => read.themes[place]!)
  const trend = countBuckets(
    own.map((text) => texts[text]!.time),
    bucket,
  )
  const keyphrases = found.flatMap((one) => one.keyphrases).toSorted((a, b) => b.texts - a.texts)
  const first = found[0]!.keyphrases
  const { summary } = theme
  return {
    id: theme.id,
    name: theme.name,
    namedBy: theme.namedBy,
    keyphrases: found.length === 1 ? first : keyphrases.slice(0, 10),
    texts: own.length,
    customers: new Set(own.flatMap((text) => (texts[text]!.highlight === undefined ? [texts[text]!.customer] : []))).size,
    highlights: own.filter((text) => texts[text]!.highlight !== undefined).length,
    share: counted.length === 0 ? 0 : own.length / counted.length,
    tooFew: own.length < tooFew,
    touchpoints: byTouchpoint(own, texts),
    scores: feeling(own.flatMap((text) => texts[text]!.normal ?? [])),
    words: feeling(own.flatMap((text) => (Number.isNaN(read.feelings[text]!) ? [] : [read.feelings[text]!]))),
    trend: starts.map((start) => ({ start, texts: trend.get(start) ?? 0, all: all.get(start) ?? 0 })),
    languages: countBy(own.map((text) => read.languages[text]!)).map(([language, n]) => ({ language, texts: n })),
    verbatims: plainest(
      own,
      found.flatMap((one) => one.keyphrases.map(({ phrase }) => phrase)),
      texts,
    ),
    merged: found.slice(1).map((one) => ({ id: one.id, name: nameOf(one) })),
    excluded: theme.excluded,
    ...(summary && {
      summary: {
        text: summary.change.text,
        writtenBy: summary.model === null ? 'person' : 'model',
        acceptedBy: summary.acceptedBy ?? summary.by,
        at: summary.acceptedAt ?? summary.at,
      },
    }),
  }
}

function byTouchpoint(own: readonly number[], texts: readonly ThemeText[]): ThemeRow['touchpoints'] {
  const groups = Map.groupBy(own, (text) => texts[text]!.touchpoint)
  return [...groups]
    .filter(([touchpoint]) => touchpoint !== '')
    .map(([touchpoint, list]) => ({ touchpoint, texts: list.length, scores: feeling(list.flatMap((text) => texts[text]!.normal ?? [])) }))
    .toSorted((a, b) => b.texts - a.texts || (a.touchpoint < b.touchpoint ? -1 : 1))
    .slice(0, 20)
}

/** Null below five. */
function feeling(values: readonly number[]): ThemeFeeling {
  const estimate = values.length < tooFew ? undefined : meanInterval(describe(values))
  return { n: values.length, mean: estimate?.value ?? null, low: estimate?.low ?? null, high: estimate?.high ?? null }
}

export function countBy(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

function countBuckets(times: readonly number[], bucket: Bucket): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const time of times) {
    const start = bucketStart(time, bucket)
    counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  return counts
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)

const shown = 3
/** The texts with most of the theme's phrases for their length; one of each wording. */
function plainest(own: readonly number[], phrases: readonly string[], texts: readonly ThemeText[]): ThemeRow['verbatims'] {
  const scored = own.map((place) => {
    const text = texts[place]!.text.toLowerCase()
    const hits = phrases.reduce((sum, phrase, index) => sum + (text.includes(phrase) ? 1 / (index + 1) : 0), 0)
    return { place, text, score: hits / Math.log(20 + text.length) }
  })
  scored.sort((a, b) => b.score - a.score || texts[b.place]!.time - texts[a.place]!.time || (a.text < b.text ? -1 : 1))
  const seen = new Set<string>()
  const chosen = scored.filter(({ text }) => {
    const wording = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    return !seen.has(wording) && seen.size < shown && seen.add(wording)
  })
  return chosen.map(({ place }) => {
    const { customer, time, touchpoint, channel, score, scale, text, file, line } = texts[place]!
    return { customer, time, touchpoint, channel, score, scale, text, file, line }
  })
}
