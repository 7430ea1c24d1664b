/** The tables behind comments and versions; see `Tables`. */
export interface CommentTables {
  readonly threads: {
    readonly workspace: number
    readonly map: string
    readonly id: string
    readonly target_kind: string
    readonly target_id: string
    readonly target_name: string
    /** Comments ever written in it: the number of the newest. */
    readonly comments: number
    readonly created_at: number
    readonly changed_at: number
    readonly resolved_at: number | null
    readonly resolved_by: number | null
  }
  readonly comments: {
    readonly workspace: number
    readonly map: string
    readonly thread: string
    readonly number: number
    readonly person: number
    readonly text: string
    readonly created_at: number
    readonly edited_at: number | null
    readonly deleted_at: number | null
  }
  readonly mentions: {
    readonly workspace: number
    readonly map: string
    readonly thread: string
    readonly comment: number
    readonly person: number
  }
  readonly notifications: {
    readonly workspace: number
    readonly id: string
    readonly person: number
    readonly kind: string
    readonly map: string
    readonly thread: string
    readonly comment: number
    readonly by: number
    readonly created_at: number
    readonly read_at: number | null
  }
  readonly map_versions: {
    readonly workspace: number
    readonly map: string
    readonly id: string
    readonly number: number
    readonly kind: string
    readonly name: string | null
    readonly created_at: number
    readonly by: string
    readonly authors_json: string
    readonly hash: string
    /** JSON of the map and its facts, deflated, base64. */
    readonly content: string
  }
}
