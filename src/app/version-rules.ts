import type { ChangedBy, StoredVersionLine } from '../state/stored-versions.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** A map that nobody has changed for this long is at rest: a good moment to keep. */
const quietMs = 5 * minute
/** While people go on editing, a version is kept this often. */
const editingMs = 30 * minute
const month = 30 * day
const week = 7 * day

/** Whether a version is to be kept of a map that was changed since its newest one. Times are UTC milliseconds. */
export function versionDue(changes: readonly ChangedBy[], now: number): boolean {
  if (changes.length === 0) return false
  const first = Math.min(...changes.map((change) => change.first))
  const last = Math.max(...changes.map((change) => change.last))
  return now - last >= quietMs || now - first >= editingMs
}

/**
 * Ids of the versions to let go: of the last day all stay, then the last of each day for a month, then the last of each
 * week. Named ones stay, and so does a map's first.
 */
export function thinnedOut(versions: readonly Pick<StoredVersionLine, 'id' | 'number' | 'kind' | 'at'>[], now: number): readonly string[] {
  const newestFirst = versions.toSorted((a, b) => b.number - a.number)
  const first = newestFirst.at(-1)
  const kept = new Set<string>()
  return newestFirst
    .filter((version) => {
      const age = now - version.at
      if (version.kind === 'named' || version === first || age < day) return false
      const period = age < month ? `day ${Math.floor(version.at / day)}` : `week ${Math.floor(version.at / week)}`
      if (kept.has(period)) return true
      kept.add(period)
      return false
    })
    .map((version) => version.id)
}
