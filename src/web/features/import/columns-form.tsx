import { useState } from 'react'
import type { Columns, Preview } from '../../../contract/imports.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { completeColumns, guessColumns, type ColumnChoice } from './choose-columns.ts'

const fields: readonly { readonly field: keyof ColumnChoice; readonly label: string; readonly needed: boolean }[] = [
  { field: 'customer', label: 'Customer', needed: true },
  { field: 'touchpoint', label: 'Touchpoint', needed: true },
  { field: 'time', label: 'Time', needed: true },
  { field: 'channel', label: 'Channel', needed: false },
  { field: 'account', label: 'Account', needed: false },
  { field: 'score', label: 'Score', needed: false },
  { field: 'text', label: 'Customer’s words', needed: false },
  { field: 'role', label: 'Role in the account', needed: false },
  { field: 'link', label: 'Order, ticket or session', needed: false },
  { field: 'id', label: 'Id of the event', needed: false },
  { field: 'sequence', label: 'Order of capture', needed: false },
]

/** Where Wend could not tell which column is which: a person says it. */
export function ColumnsForm({ files, onColumns }: { readonly files: Preview['files']; readonly onColumns: (columns: Columns) => void }) {
  const names = [...new Set(files.flatMap((file) => file.columns))]
  const [choice, setChoice] = useState<ColumnChoice>(() => guessColumns(names))
  const columns = completeColumns(choice)
  return (
    <section className="panel panel-body stack questions" aria-label="Which column is which">
      <h2>Which column is which?</h2>
      <p className="soft">Wend could not tell for sure. Say who, when and what; the rest is optional.</p>
      <div className="mapping-rule">
        {fields.map(({ field, label, needed }) => (
          <SelectField
            key={field}
            label={label}
            value={choice[field]}
            choices={[{ value: '', label: needed ? 'Choose a column' : 'None' }, ...names.map((name) => ({ value: name, label: name }))]}
            onChange={(value) => setChoice({ ...choice, [field]: value })}
          />
        ))}
      </div>
      <div>
        <Button look="primary" isDisabled={columns === undefined} onPress={() => columns && onColumns(columns)}>
          Read the files this way
        </Button>
      </div>
    </section>
  )
}
