import { countBy, describeThemes, textsByTheme } from '../../analysis/themes/describe-themes.ts'
import type { ThemesQuestion, ThemesSummary } from '../../journey/methods/themes.ts'
import type { Method } from './method.ts'
import { decideThemes } from './themes/decide-themes.ts'
import { keepThemes, mostTexts, type KeptThemes } from './themes/keep-themes.ts'

const weekMs = 7 * 86_400_000

/** What customers write about, most written about first, with what people decided about the themes. */
export const themesMethod: Method<'themes'> = async (context, question) => {
  const kept = await keepThemes(context, question)
  const { texts, read } = kept
  const counted = countedTexts(kept, question.touchpoints)
  const bucket = chooseBucket(kept, counted, question.bucket)
  const { themes, waiting } = await decideThemes(context, read.themes)
  const all = describeThemes(themes, { texts, read, counted, bucket })
  const shown = question.excluded ? all : all.filter((row) => !row.excluded)
  const lists = textsByTheme(themes, { read, counted })
  const sizeOf = (excluded: boolean): number =>
    lists.reduce((sum, list, place) => sum + (themes[place]!.excluded === excluded ? list.length : 0), 0)
  const summary: ThemesSummary = {
    total: kept.total,
    texts: counted.length,
    inThemes: sizeOf(false),
    excluded: sizeOf(true),
    leftOver: counted.length - sizeOf(false) - sizeOf(true),
    noWords: counted.filter((text) => !/\p{L}/u.test(texts[text]!.text)).length,
    highlights: counted.filter((text) => texts[text]!.highlight !== undefined).length,
    bucket,
    languages: countBy(counted.map((text) => read.languages[text]!)).map(([language, n]) => ({ language, texts: n })),
    waiting,
  }
  const { offset = 0, limit = shown.length } = question
  return {
    question: 'themes',
    unit: 'occurrences',
    journeys: kept.journeys,
    events: kept.events,
    total: shown.length,
    rows: shown.slice(offset, offset + limit),
    summary,
    notes: notesOf(question, summary, shown.length),
  }
}

/** Places of the texts that count: at the touchpoints asked about. */
export function countedTexts({ texts }: KeptThemes, touchpoints: readonly string[] | undefined): readonly number[] {
  const wanted = touchpoints && new Set(touchpoints)
  return texts.flatMap(({ touchpoint }, text) => (!wanted || wanted.has(touchpoint) ? [text] : []))
}

/** Weeks, or months where there are more than half a year of weeks. */
export function chooseBucket({ texts }: KeptThemes, counted: readonly number[], asked: 'week' | 'month' | undefined): 'week' | 'month' {
  if (asked) return asked
  const [least, most] = counted.reduce(([a, b], text) => [Math.min(a, texts[text]!.time), Math.max(b, texts[text]!.time)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const)
  return most - least > 26 * weekMs ? 'month' : 'week'
}

function notesOf(
  question: ThemesQuestion,
  { total, texts, leftOver, noWords, waiting, highlights }: ThemesSummary,
  themes: number,
): readonly string[] {
  if (texts === 0)
    return ['Nobody has written anything here. Themes need texts: comments of surveys, tickets, reviews, highlights of interviews.']
  const percent = (part: number): string => `${Math.round((100 * part) / texts)} %`
  const read = Math.min(total, mostTexts + highlights)
  return [
    'Found without a language model: words that go together more than chance would bring are a theme, and each text is in one theme at the most. Texts in different languages share a theme only where they share words.',
    ...(themes === 0 ? ['No theme: five texts at least have to share their words.'] : []),
    ...(leftOver > 0 ? [`${percent(leftOver)} of the texts (${leftOver}) are in no theme: too short, or alone with what they say.`] : []),
    ...(noWords > 0 ? [`${noWords} texts have no words: emoji, numbers or signs.`] : []),
    ...(read < total ? [`There are ${total} texts; a fair sample of ${mostTexts} was read.`] : []),
    ...(highlights > 0 ? [`${highlights} of the texts are highlights of interviews; they have no customer and no touchpoint.`] : []),
    ...(question.events || question.journeys
      ? ['Highlights of interviews belong to no journey, so they are left out while journeys or events are filtered.']
      : []),
    ...(waiting > 0
      ? [`${waiting} decisions are about themes that are not found here; they are kept and count again when those themes come back.`]
      : []),
  ]
}
