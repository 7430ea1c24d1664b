import type { ResearchTables } from './research-tables.ts'
import type { MapLogTables } from './map-log-tables.ts'
import type { CommentTables } from './comment-tables.ts'

/**
 * The tables as both databases hold them. Every table of a tenant's things carries `workspace`.
 * Times are UTC milliseconds; `json` columns hold JSON text. A 64-bit number comes back as a text from some drivers:
 * read every number with `asNumber`.
 */
export interface Tables extends CommentTables, MapLogTables, ResearchTables {
  readonly workspaces: { readonly id: number; readonly name: string; readonly created_at: number }
  readonly people: { readonly workspace: number; readonly id: number; readonly name: string; readonly role: string }
  readonly counters: { readonly name: string; readonly value: number }
  readonly definitions: {
    readonly workspace: number
    readonly id: string
    readonly name: string
    readonly definition_json: string
    readonly changed_at: number
    readonly changed_by: string
  }
  readonly uploads: {
    readonly workspace: number
    readonly id: string
    readonly name: string
    readonly bytes: number
    readonly uploaded_at: number
    readonly uploaded_by: string
  }
  readonly assets: {
    readonly workspace: number
    readonly id: string
    readonly type: string
    readonly width: number
    readonly height: number
    readonly bytes: number
    readonly added_at: number
    readonly added_by: string
  }
  readonly imports: {
    readonly workspace: number
    readonly number: number
    readonly source: string
    readonly recipe: string
    readonly report_json: string
    readonly imported_at: number
    readonly imported_by: string
    readonly replays: number | null
  }
  readonly jobs: {
    readonly workspace: number
    readonly id: string
    /** Grows with each job; the order of jobs made in the same millisecond. */
    readonly position: number
    readonly kind: string
    readonly title: string
    readonly by: string
    readonly state: string
    readonly created_at: number
    readonly started_at: number | null
    readonly ended_at: number | null
    readonly result_json: string | null
    readonly problem_json: string | null
  }
  readonly saved_templates: {
    readonly workspace: number
    readonly name: string
    readonly template_json: string
    readonly saved_at: number
    readonly saved_by: string
  }
  readonly maps: {
    readonly workspace: number
    readonly id: string
    readonly title: string
    readonly summary: string
    readonly kind: string
    readonly stages: number
    readonly cards: number
    readonly journeys: number | null
    readonly customers: number | null
    readonly definition: string | null
    readonly template: string | null
    readonly hash: string | null
    readonly map_json: string
    readonly owner: string | null
    readonly portrait_json: string | null
    /** Number of the last update that `map_json` holds. */
    readonly log_number: number
    readonly deleted_at: number | null
    readonly deleted_by: string | null
    readonly created_at: number
    readonly created_by: string
    readonly changed_at: number
    readonly changed_by: string
  }
  readonly theme_decisions: {
    readonly workspace: number
    readonly id: string
    readonly decision_json: string
    readonly made_at: number
  }
  readonly settings: { readonly workspace: number; readonly name: string; readonly value_json: string }
  readonly personas: {
    readonly workspace: number
    readonly id: string
    readonly name: string
    readonly persona_json: string
    readonly created_at: number
    readonly created_by: string
    readonly changed_at: number
    readonly changed_by: string
    readonly removed_at: number | null
  }
  readonly insight_verdicts: {
    readonly workspace: number
    readonly insight: string
    readonly verdict: 'accepted' | 'rejected' | 'merged'
    readonly into_insight: string | null
    readonly title: string
    readonly note: string
    readonly said_by: string
    readonly said_at: number
  }
  readonly insight_comments: {
    readonly workspace: number
    readonly id: string
    readonly insight: string
    readonly text: string
    readonly said_by: string
    readonly said_at: number
  }
  /** The touchpoint library; which names occur in the events is the event store's business. */
  readonly touchpoints: {
    readonly workspace: number
    readonly id: string
    readonly position: number
    readonly name: string
    readonly touchpoint_json: string
    readonly changed_at: number
    readonly changed_by: string
    readonly removed_at: number | null
  }
}
