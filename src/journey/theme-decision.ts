/** What a theme is known by in later runs: the keys of its first phrases, the first one first. */
export type ThemeAnchor = readonly string[]

export type ThemeChange =
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'merge'; readonly into: ThemeAnchor }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'summary'; readonly text: string }

/** What a person decided about a theme, or a model proposes. Only what is accepted and not undone counts. */
export interface ThemeDecision {
  readonly id: string
  readonly anchor: ThemeAnchor
  /** The theme's name when it was decided. */
  readonly theme: string
  readonly change: ThemeChange
  /** The model that wrote it; null: a person did. */
  readonly model: string | null
  readonly at: number
  readonly by: string
  readonly acceptedAt: number | null
  readonly acceptedBy: string | null
  readonly undoneAt: number | null
  readonly undoneBy: string | null
}
