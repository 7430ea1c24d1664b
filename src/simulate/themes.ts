/** One thing people write about, with fragments of our own. */
export interface Theme {
  readonly name: string
  readonly tone: 'bad' | 'good' | 'neutral'
  /** Whole thoughts without a full stop; `{days}`, `{times}` and `{thing}` are filled in. */
  readonly thoughts: readonly string[]
  /** What follows from it. */
  readonly consequences: readonly string[]
  /** Answers of a word or three. */
  readonly short: readonly string[]
  /** Subjects of a ticket about it. */
  readonly subjects: readonly string[]
}
