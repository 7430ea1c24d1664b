import { useState } from 'react'
import type { Insight } from '../../../journey/insight.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

export interface MergeDialogProps {
  readonly insight: Insight
  readonly others: readonly Insight[]
  readonly onClose: () => void
  readonly onMerge: (into: string) => void
}

/** Says that two insights are one trouble: chooses which of the others stands for both. */
export function MergeDialog({ insight, others, onClose, onMerge }: MergeDialogProps) {
  const [find, setFind] = useState('')
  const fitting = others.filter(({ title }) => title.toLowerCase().includes(find.trim().toLowerCase()))
  return (
    <Dialog title="Merge into another insight" isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">
          “{insight.title}” becomes a further sign of the one you choose. It stays so when both are found again, and can be parted.
        </p>
        <TextField label="Find an insight" hideLabel placeholder="Find an insight" type="search" value={find} onChange={setFind} />
        {fitting.length === 0 ? <p className="soft">No other insight fits.</p> : null}
        <ul className="insight-choices">
          {fitting.slice(0, 50).map((other) => (
            <li key={other.id}>
              <Button look="quiet" onPress={() => onMerge(other.id)}>
                {other.title}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
