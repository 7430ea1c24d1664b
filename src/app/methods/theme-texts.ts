import { bucketStart } from '../../analysis/themes/buckets.ts'
import { textsByTheme } from '../../analysis/themes/describe-themes.ts'
import type { ThemeTextRow } from '../../journey/methods/themes.ts'
import type { Method } from './method.ts'
import { chooseBucket, countedTexts } from './themes.ts'
import { decideThemes } from './themes/decide-themes.ts'
import { keepThemes, type KeptThemes } from './themes/keep-themes.ts'

/** The texts behind a number of `themes`, newest first. */
export const themeTextsMethod: Method<'theme-texts'> = async (context, question) => {
  const kept = await keepThemes(context, question)
  const counted = countedTexts(kept, question.touchpoints)
  const bucket = chooseBucket(kept, counted, question.bucket)
  const { themes } = await decideThemes(context, kept.read.themes)
  const lists = textsByTheme(themes, { read: kept.read, counted })
  const place = themes.findIndex(({ id }) => id === question.theme)
  const inThemes = new Set(question.theme === undefined ? lists.flat() : [])
  const own = question.theme === undefined ? counted.filter((text) => !inThemes.has(text)) : (lists[place] ?? [])
  const when = own.filter((text) => question.start === undefined || bucketStart(kept.texts[text]!.time, bucket) === question.start)
  const sorted = when.toSorted((a, b) => kept.texts[b]!.time - kept.texts[a]!.time || a - b)
  const listed = question.each === 'customer' ? newestOfEach(kept, sorted) : sorted
  const { offset = 0, limit = listed.length } = question
  const gone = question.theme !== undefined && place < 0
  return {
    question: 'theme-texts',
    unit: question.each === 'customer' ? 'customers' : 'occurrences',
    journeys: kept.journeys,
    events: kept.events,
    total: listed.length,
    rows: listed.slice(offset, offset + limit).map((text) => rowOf(kept, text)),
    summary: { theme: question.theme ?? '', name: themes[place]?.name ?? '' },
    notes: gone ? ['This theme is not found any more: it was merged into another, or its texts are not here.'] : [],
  }
}

function newestOfEach({ texts }: KeptThemes, sorted: readonly number[]): readonly number[] {
  const seen = new Set<string>()
  return sorted.filter((text) => {
    const { customer, highlight } = texts[text]!
    if (highlight !== undefined || seen.has(customer)) return false
    seen.add(customer)
    return true
  })
}

function rowOf({ texts, read }: KeptThemes, place: number): ThemeTextRow {
  const { normal: _normal, ...row } = texts[place]!
  const feeling = read.feelings[place]!
  return { ...row, words: Number.isNaN(feeling) ? null : feeling, language: read.languages[place]! }
}
