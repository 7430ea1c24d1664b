/** Tables of research notes; `highlight` of a tag is '' where the tag is the note's own. */
export interface ResearchTables {
  readonly research_notes: {
    readonly workspace: number
    readonly id: string
    readonly title: string
    readonly search: string
    readonly about_json: string
    readonly text: string
    readonly characters: number
    readonly revision: number
    readonly added_at: number
    readonly added_by: string
    readonly changed_at: number
    readonly changed_by: string
    readonly removed_at: number | null
  }
  readonly research_highlights: {
    readonly workspace: number
    readonly id: string
    readonly note: string
    readonly span_from: number
    readonly span_to: number
    readonly quote: string
    readonly search: string
    readonly said_at: number | null
    readonly colour: string
    readonly lost: number
    readonly added_at: number
    readonly added_by: string
    readonly removed_at: number | null
  }
  readonly research_tags: { readonly workspace: number; readonly note: string; readonly highlight: string; readonly tag: string }
  readonly research_uses: { readonly workspace: number; readonly note: string; readonly map: string }
}
