import { SelectField } from '../../ui/field.tsx'
import { useExplore } from './use-explore.ts'

/** Where only one group can be drawn: which. */
export function GroupChoice({ rows }: { readonly rows: readonly { readonly group?: string }[] }) {
  const { search, change } = useExplore()
  const groups = [...new Set(rows.flatMap((row) => (row.group === undefined ? [] : [row.group])))]
  if (search.group === undefined || groups.length < 2) return null
  return (
    <div className="row">
      <SelectField
        label={`Drawn: journeys with ${search.group}`}
        value={search.only ?? groups[0] ?? ''}
        choices={groups.map((group) => ({ value: group, label: group || '(none)' }))}
        onChange={(only) => change({ only })}
      />
    </div>
  )
}
