import { useQuery } from '@tanstack/react-query'
import { definitionsQuery } from '../../api/queries.ts'
import { SelectField } from '../../ui/field.tsx'
import { defaultDefinition } from '../explore/default-definition.ts'

/** The definition that is asked with: the one wanted, else the workspace's own; undefined until it is known. */
export function useChosenDefinition(wanted: string | undefined): string | undefined {
  const definitions = useQuery(definitionsQuery)
  return wanted ?? defaultDefinition(definitions.data?.rows ?? [])
}

export interface DefinitionChoiceProps {
  readonly value: string | undefined
  readonly onChange: (definition: string) => void
}

export function DefinitionChoice({ value, onChange }: DefinitionChoiceProps) {
  const definitions = useQuery(definitionsQuery)
  if ((definitions.data?.rows.length ?? 0) < 2) return null
  return (
    <SelectField
      label="Journeys by"
      className="definition-choice"
      value={value ?? ''}
      choices={(definitions.data?.rows ?? []).map((one) => ({ value: one.id, label: one.definition.name }))}
      onChange={onChange}
    />
  )
}
