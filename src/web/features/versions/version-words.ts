import type { ChangeLine, Comparison, VersionLine } from '../../../contract/versions.ts'

const kindWords: Readonly<Record<VersionLine['kind'], string>> = {
  automatic: 'Kept by itself',
  named: 'Named',
  'before-restore': 'Before a restore',
  computed: 'As computed',
}

/** What a version is called: its name, or why it was kept. */
export const versionTitle = (version: VersionLine): string => version.name ?? kindWords[version.kind]

/** "Changed by Ada, Bo and 2 more"; who kept it where nobody changed anything. */
export function authorsSaid({ authors, by }: Pick<VersionLine, 'authors' | 'by'>): string {
  if (authors.length === 0) return `Kept by ${by}`
  if (authors.length <= 3) return `Changed by ${authors.join(', ')}`
  return `Changed by ${authors.slice(0, 2).join(', ')} and ${authors.length - 2} more`
}

export interface ChangeGroup {
  readonly id: string | null
  readonly name: string
  readonly gone: boolean
  readonly changes: readonly ChangeLine[]
}

/** Changes by the stage that they belong to, in the map's order; those of the whole map first. Empty groups are left out. */
export function groupChanges({ stages, rows }: Pick<Comparison, 'stages' | 'rows'>): readonly ChangeGroup[] {
  const known = new Set(stages.map((stage) => stage.id))
  const placeOf = (change: ChangeLine): string | null => (change.stage !== null && known.has(change.stage) ? change.stage : null)
  const groups = [{ id: null, name: 'Whole map', gone: false }, ...stages]
  return groups
    .map((group) => ({ ...group, changes: rows.filter((change) => placeOf(change) === group.id) }))
    .filter((group) => group.changes.length > 0)
}
