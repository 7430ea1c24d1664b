/**
 * Statistics programs write the id NA as an empty cell. True where ids are letters counted up (…, MA, NA, OA, …), some cells are
 * empty, and NA alone never occurs although its neighbours do.
 */
export function hasLostNa(ids: readonly string[]): boolean {
  const seen = new Set(ids)
  return seen.has('') && !seen.has('NA') && seen.has('MA') && seen.has('OA') && [...seen].every((id) => /^[A-Z]{0,4}$/.test(id))
}
