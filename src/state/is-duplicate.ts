/** Codes of SQLite for a broken unique or primary key. */
const sqliteDuplicates: ReadonlySet<unknown> = new Set([2067, 1555])

/** Whether a database refused a row because another one has its key: each says it in its own way. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown }
  return code === '23505' || (code === 'ERR_SQLITE_ERROR' && sqliteDuplicates.has(errcode))
}
