import type { CountUnit } from './answer.ts'
import type { AccountQuestion, AccountRow, AccountSummary } from './methods/account.ts'
import type { AccountsQuestion, AccountsRow, AccountsSummary } from './methods/accounts.ts'
import type { ArchetypeRow, ArchetypesQuestion, ArchetypesSummary } from './methods/archetypes.ts'
import type { ChannelsQuestion, ChannelsRow, ChannelsSummary } from './methods/channels.ts'
import type { EmotionQuestion, EmotionRow, EmotionSummary } from './methods/emotion.ts'
import type { ChangeRow, ChangesQuestion, ChangesSummary } from './methods/changes.ts'
import type { CompareQuestion, CompareRow, CompareSummary } from './methods/compare.ts'
import type { FitQuestion, FitRow, FitSummary } from './methods/fit.ts'
import type { InsightRow, InsightsQuestion, InsightsSummary } from './methods/insights.ts'
import type { NextQuestion, NextRow, NextSummary } from './methods/next.ts'
import type { OutlookQuestion, OutlookRow, OutlookSummary } from './methods/outlook.ts'
import type { ThemeRow, ThemesQuestion, ThemesSummary, ThemeTextRow, ThemeTextsQuestion, ThemeTextsSummary } from './methods/themes.ts'
import type { Question } from './question.ts'

/**
 * Questions that take more than one look at the journeys: a method asks the event store, then runs pure analysis over the
 * aggregates. A new method is a line here and in each list that the compiler then names.
 */
export interface Methods {
  readonly account: { readonly question: AccountQuestion; readonly row: AccountRow; readonly summary: AccountSummary }
  readonly accounts: { readonly question: AccountsQuestion; readonly row: AccountsRow; readonly summary: AccountsSummary }
  readonly channels: { readonly question: ChannelsQuestion; readonly row: ChannelsRow; readonly summary: ChannelsSummary }
  readonly archetypes: { readonly question: ArchetypesQuestion; readonly row: ArchetypeRow; readonly summary: ArchetypesSummary }
  readonly emotion: { readonly question: EmotionQuestion; readonly row: EmotionRow; readonly summary: EmotionSummary }
  readonly changes: { readonly question: ChangesQuestion; readonly row: ChangeRow; readonly summary: ChangesSummary }
  readonly compare: { readonly question: CompareQuestion; readonly row: CompareRow; readonly summary: CompareSummary }
  readonly fit: { readonly question: FitQuestion; readonly row: FitRow; readonly summary: FitSummary }
  readonly insights: { readonly question: InsightsQuestion; readonly row: InsightRow; readonly summary: InsightsSummary }
  readonly next: { readonly question: NextQuestion; readonly row: NextRow; readonly summary: NextSummary }
  readonly outlook: { readonly question: OutlookQuestion; readonly row: OutlookRow; readonly summary: OutlookSummary }
  readonly 'theme-texts': { readonly question: ThemeTextsQuestion; readonly row: ThemeTextRow; readonly summary: ThemeTextsSummary }
  readonly themes: { readonly question: ThemesQuestion; readonly row: ThemeRow; readonly summary: ThemesSummary }
}
export type MethodName = keyof Methods
export type MethodQuestion<Name extends MethodName = MethodName> = Methods[Name]['question']
export type MethodRow<Name extends MethodName> = Methods[Name]['row']
export type MethodSummary<Name extends MethodName> = Methods[Name]['summary']

/** A method's result, reproducible from the same events and definition. */
export interface MethodAnswer<Name extends MethodName> {
  readonly question: Name
  readonly unit: CountUnit
  /** What the method looked at after its filters. */
  readonly journeys: number
  readonly events: number
  /** Rows that there are without `limit`. */
  readonly total: number
  readonly rows: readonly MethodRow<Name>[]
  readonly summary: MethodSummary<Name>
  /** Sentences for people: what is too little to tell, how it was found, what to be careful about. */
  readonly notes: readonly string[]
}
export type AnyMethodAnswer = { readonly [Name in MethodName]: MethodAnswer<Name> }[MethodName]

/** Everything that can be asked. */
export type AnyQuestion = Question | MethodQuestion
