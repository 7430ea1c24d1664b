/** What people do to maps, update by update. */
export interface MapLogTables {
  readonly map_updates: {
    readonly workspace: number
    readonly map: string
    readonly number: number
    readonly at: number
    readonly by: string
    /** Null once it is part of the map's state. */
    readonly data: Uint8Array | null
    readonly touched_json: string
  }
  readonly map_states: {
    readonly workspace: number
    readonly map: string
    /** Number of the last update in `state`. */
    readonly number: number
    readonly state: Uint8Array
  }
}
