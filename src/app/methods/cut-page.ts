/** The rows that were asked for, and how many there are. */
export function cutPage<Row>(
  rows: readonly Row[],
  { limit = rows.length, offset = 0 }: { readonly limit?: number; readonly offset?: number },
): { readonly total: number; readonly rows: readonly Row[] } {
  return { total: rows.length, rows: rows.slice(offset, offset + limit) }
}
