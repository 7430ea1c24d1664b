import type { MethodSummary } from '../../../journey/method.ts'
import { SelectField } from '../../ui/field.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { silences } from './account-settings.ts'

/** Whose place says the stage, and from when on somebody counts as silent. */
export function RuleFields({ summary }: { readonly summary: Pick<MethodSummary<'accounts'>, 'role' | 'rule' | 'roles' | 'silentMs'> }) {
  const { search, change } = useExplore()
  const set = (patch: Readonly<Record<string, string>>): void => change({ with: { ...search.with, ...patch } }, true)
  const roles = summary.roles.flatMap(({ role }) => (role === '' ? [] : [role]))
  const choices = [{ value: '', label: 'who got furthest' }, ...roles.map((role) => ({ value: role, label: `the ${role}` }))]
  return (
    <div className="row">
      <SelectField
        label="The stage is that of"
        value={summary.role ?? ''}
        choices={choices}
        onChange={(role) => set(role === '' ? { rule: 'furthest', role: '' } : { rule: 'deciding', role })}
      />
      <SelectField
        label="Silent after"
        value={String(Math.round(summary.silentMs / 86_400_000))}
        choices={silences.map((days) => ({ value: String(days), label: `${days} days` }))}
        onChange={(silent) => set({ silent })}
      />
    </div>
  )
}
