import { useState } from 'react'
import type { ThemeRow } from '../../../journey/methods/themes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

export interface RenameProps {
  readonly theme: ThemeRow
  readonly onClose: () => void
  readonly onRename: (name: string) => void
}
export function RenameTheme({ theme, onClose, onRename }: RenameProps) {
  const [name, setName] = useState(theme.name)
  const done = name.trim()
  const save = (): void => {
    if (done !== '' && done.length <= 120) onRename(done)
  }
  return (
    <Dialog title="Rename the theme" isOpen onClose={onClose}>
      <div className="stack">
        <TextField label="Name" value={name} onChange={setName} onEnter={save} hint="It stays when themes are found again." />
        <Button look="primary" isDisabled={done === '' || done.length > 120} onPress={save}>
          Rename
        </Button>
      </div>
    </Dialog>
  )
}

export interface MergeProps {
  readonly theme: ThemeRow
  readonly others: readonly ThemeRow[]
  readonly onClose: () => void
  readonly onMerge: (into: ThemeRow) => void
}
export function MergeTheme({ theme, others, onClose, onMerge }: MergeProps) {
  const [find, setFind] = useState('')
  const fitting = others.filter(({ name, keyphrases }) =>
    `${name} ${keyphrases.map((one) => one.phrase).join(' ')}`.toLowerCase().includes(find.trim().toLowerCase()),
  )
  return (
    <Dialog title={`Merge “${theme.name}” into another theme`} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">Their texts are counted together from now on. It stays so when themes are found again, and can be undone.</p>
        <TextField label="Find a theme" hideLabel placeholder="Find a theme" type="search" value={find} onChange={setFind} />
        {fitting.length === 0 ? <p className="soft">No other theme fits.</p> : null}
        <ul className="theme-choices">
          {fitting.slice(0, 50).map((other) => (
            <li key={other.id}>
              <Button look="quiet" onPress={() => onMerge(other)}>
                {other.name} ({other.texts})
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
