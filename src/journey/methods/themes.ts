import type { VerbatimRow } from '../answer.ts'
import type { MethodAsked } from './method-asked.ts'

/** What customers write about: tickets, reviews, comments of surveys and highlights of interviews, grouped by what they say. */
export interface ThemesQuestion extends MethodAsked {
  readonly question: 'themes'
  /** Only themes with texts at one of these touchpoints, and only those texts counted. Missing: all. */
  readonly touchpoints?: readonly string[]
  /** Missing: weeks, or months where there are more than 26 weeks. */
  readonly bucket?: 'week' | 'month'
  /** Also themes that people excluded. */
  readonly excluded?: boolean
}

/** A mean of −1..+1 with its 95 % interval; null where fewer than five say it. */
export interface ThemeFeeling {
  readonly n: number
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}
export interface ThemePhrase {
  readonly phrase: string
  readonly key: string
  /** Texts of the theme that hold it. */
  readonly texts: number
}
export interface ThemeRow {
  /** The same theme has the same id in the next run, unless its first phrase changes. */
  readonly id: string
  readonly name: string
  /** Who named it: its own phrases, a person, or a model whose name a person accepted. */
  readonly namedBy: 'phrases' | 'person' | 'model'
  readonly keyphrases: readonly ThemePhrase[]
  readonly texts: number
  /** Customers who wrote them; a highlight of an interview has none. */
  readonly customers: number
  /** Of these, highlights of interviews. */
  readonly highlights: number
  /** Of all texts. */
  readonly share: number
  /** Fewer than five texts: numbers mean little. */
  readonly tooFew: boolean
  /** Where they were written about, most first. */
  readonly touchpoints: readonly { readonly touchpoint: string; readonly texts: number; readonly scores: ThemeFeeling }[]
  /** By the scores given with the texts. */
  readonly scores: ThemeFeeling
  /** By the words, where their language can be read. */
  readonly words: ThemeFeeling
  /** Texts by week or month; `all` are the texts of every theme and none. */
  readonly trend: readonly { readonly start: number; readonly texts: number; readonly all: number }[]
  readonly languages: readonly { readonly language: string; readonly texts: number }[]
  /** The three that say it most plainly. */
  readonly verbatims: readonly VerbatimRow[]
  /** Themes that people merged into it, by the phrase they are known by. */
  readonly merged: readonly { readonly id: string; readonly name: string }[]
  readonly excluded: boolean
  /** A summary that a person wrote or accepted. */
  readonly summary?: { readonly text: string; readonly writtenBy: 'person' | 'model'; readonly acceptedBy: string; readonly at: number }
}
export interface ThemesSummary {
  /** Texts that there are, and how many of them were read. */
  readonly total: number
  readonly texts: number
  readonly inThemes: number
  /** In a theme that people excluded. */
  readonly excluded: number
  /** In no theme, with words and without. */
  readonly leftOver: number
  readonly noWords: number
  readonly highlights: number
  readonly bucket: 'week' | 'month'
  readonly languages: readonly { readonly language: string; readonly texts: number }[]
  /** What people decided about a theme that this run does not have. */
  readonly waiting: number
}

/** The texts behind a number of `themes`, of exactly that length, newest first. */
export interface ThemeTextsQuestion extends MethodAsked {
  readonly question: 'theme-texts'
  /** Id of a theme; missing: the texts in none. */
  readonly theme?: string
  readonly touchpoints?: readonly string[]
  /** One week or month of the trend, by its start, UTC milliseconds. */
  readonly start?: number
  readonly bucket?: 'week' | 'month'
  /** One row a customer, the newest text of each. */
  readonly each?: 'text' | 'customer'
}
export interface ThemeTextRow extends VerbatimRow {
  /** By the words, −1..+1; null where it cannot be told. */
  readonly words: number | null
  readonly language: string
  /** Ids of the note and the highlight, for words of an interview. */
  readonly note?: string
  readonly highlight?: string
}
export interface ThemeTextsSummary {
  readonly theme: string
  readonly name: string
}
