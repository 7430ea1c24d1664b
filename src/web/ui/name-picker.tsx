import { ChevronDown, Search } from 'lucide-react'
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { formatCount } from '../../exports/format.ts'

export interface PickName {
  readonly name: string
  readonly count?: number
  readonly note?: string
}
export interface NamePickerProps {
  readonly label: string
  readonly names: readonly PickName[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly single?: boolean
  readonly look?: 'field' | 'add'
}

const shownNames = 2000

/** Picks names out of many: a searchable list in a popover. */
export function NamePicker({ label, names, chosen, onChange, single = false, look = 'field' }: NamePickerProps) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const summary = chosen.length === 0 ? label : chosen.length === 1 ? chosen[0] : `${chosen.length} ${label.toLowerCase()}`
  return (
    <DialogTrigger>
      <Button
        className={look === 'add' ? 'button button-quiet button-small' : 'control picker'}
        aria-label={chosen.length ? `${label}: ${chosen.join(', ')}` : label}
      >
        <span className="picker-text" data-empty={chosen.length === 0 || undefined}>
          {look === 'add' ? label : summary}
        </span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="picker-dialog" aria-label={label}>
          {({ close }) => (
            <Autocomplete filter={contains}>
              <SearchField className="picker-search" aria-label={`Search ${label.toLowerCase()}`} autoFocus>
                <Search size={14} aria-hidden />
                <Input placeholder="Search" />
              </SearchField>
              <ListBox
                aria-label={label}
                className="listbox"
                selectionMode={single ? 'single' : 'multiple'}
                // Escape leaves the list; it must not undo what was chosen.
                escapeKeyBehavior="none"
                selectedKeys={[...chosen]}
                items={names.slice(0, shownNames).map((item) => ({ id: item.name, ...item }))}
                renderEmptyState={() => <p className="listbox-empty">Nothing has this name.</p>}
                onSelectionChange={(keys) => {
                  onChange(keys === 'all' ? names.map((item) => item.name) : [...keys].map(String))
                  if (single) close()
                }}
              >
                {(item) => (
                  <ListBoxItem id={item.name} textValue={item.name} className="listbox-item">
                    <span className="listbox-name">{item.name}</span>
                    <span className="listbox-note">{item.count === undefined ? item.note : formatCount(item.count)}</span>
                  </ListBoxItem>
                )}
              </ListBox>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
