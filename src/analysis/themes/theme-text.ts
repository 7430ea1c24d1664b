import type { VerbatimRow } from '../../journey/answer.ts'

/** A text as themes count it. */
export interface ThemeText extends VerbatimRow {
  /** −1..+1; null without a score. */
  readonly normal: number | null
  readonly note?: string
  readonly highlight?: string
}
