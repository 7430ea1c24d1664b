/** Bytes of memory the engine may use: all of it, and one query. */
export interface EngineLimits {
  readonly totalMemory: number
  readonly queryMemory: number
}

/**
 * The engine's configuration file. The three fsync settings make an acknowledged insert survive power loss;
 * without them a simulated power cut lost everything.
 */
export function engineConfig(limits: EngineLimits, temporaryDirectory: string): string {
  return `<clickhouse>
  <max_server_memory_usage>${limits.totalMemory}</max_server_memory_usage>
  <mark_cache_size>268435456</mark_cache_size>
  <tmp_path>${escapeXml(temporaryDirectory)}/</tmp_path>
  <merge_tree>
    <fsync_after_insert>1</fsync_after_insert>
    <fsync_part_directory>1</fsync_part_directory>
    <min_rows_to_fsync_after_merge>1</min_rows_to_fsync_after_merge>
  </merge_tree>
</clickhouse>
`
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
