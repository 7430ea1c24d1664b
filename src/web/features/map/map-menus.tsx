import { useMemo } from 'react'
import { getRouteApi } from '@tanstack/react-router'
import { ChevronDown, Columns3, Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useEditor, useSignal, useView, useViewState } from '../../canvas/editor-context.tsx'
import { Button } from '../../ui/button.tsx'
import { apiRoot } from '../../api/request.ts'
import type { MapPanel, MapView } from './map-search.ts'

const route = getRouteApi('/maps/$map')
const formats = [
  { format: 'html', name: 'Web page', note: 'HTML, one file' },
  { format: 'png', name: 'Picture', note: 'PNG' },
  { format: 'svg', name: 'Drawing', note: 'SVG' },
  { format: 'csv', name: 'Table', note: 'CSV, stages across' },
  { format: 'list.csv', name: 'List of cards', note: 'CSV, a line a card' },
  { format: 'json', name: 'Wend map', note: 'JSON' },
  { format: 'mmd', name: 'Mermaid', note: 'text' },
] as const
const forms: readonly { readonly view: MapView | undefined; readonly name: string; readonly note: string }[] = [
  { view: undefined, name: 'As a map', note: 'to edit' },
  { view: 'table', name: 'As a table', note: 'plain' },
  { view: 'story', name: 'As a story', note: 'stage by stage' },
  { view: 'flow', name: 'As a flow chart', note: 'steps and paths' },
  { view: 'persona', name: 'For one persona', note: 'around a person' },
]
const panels: readonly { readonly panel: MapPanel; readonly name: string; readonly note: string }[] = [
  { panel: 'comments', name: 'Comments', note: 'threads on cards and stages' },
  { panel: 'versions', name: 'Versions', note: 'earlier, and who changed what' },
  { panel: 'research', name: 'Research', note: 'highlights for cards' },
  { panel: 'personas', name: 'Personas', note: 'on the map, read for one' },
  { panel: 'assumptions', name: 'Assumptions', note: 'nobody has shown it' },
  { panel: 'removed', name: 'Removed', note: 'to restore' },
]

interface ChoiceMenuProps {
  readonly label: string
  readonly trigger: ReactNode
  readonly choices: readonly { readonly name: string; readonly note: string }[]
  readonly onChoose: (name: string) => void
}
function ChoiceMenu({ label, trigger, choices, onChoose }: ChoiceMenuProps) {
  return (
    <MenuTrigger>
      <AriaButton className="button button-small">
        {trigger}
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={label} onAction={(key) => onChoose(String(key))}>
          {choices.map(({ name, note }) => (
            <MenuItem key={name} id={name} className="menu-item" textValue={name}>
              {name}
              <span className="menu-note">{note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** The other forms of the same map. */
export function FormMenu() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ChoiceMenu
      label="Form of the map"
      trigger={forms.find((one) => one.view === search.view)?.name}
      choices={forms}
      onChoose={(name) => {
        const view = forms.find((one) => one.name === name)?.view
        void navigate({ search: ({ view: _old, ...rest }) => ({ ...rest, ...(view ? { view } : {}) }) })
      }}
    />
  )
}

/** What opens beside the map. */
export function PanelMenu() {
  const navigate = route.useNavigate()
  return (
    <ChoiceMenu
      label="Beside the map"
      trigger="Beside it"
      choices={panels}
      onChoose={(name) => {
        const panel = panels.find((one) => one.name === name)?.panel
        void navigate({ search: ({ card: _card, stage: _stage, ...old }) => ({ ...old, ...(panel ? { panel } : {}) }), resetScroll: false })
      }}
    />
  )
}

export function ExportMenu({ mapId, title }: { readonly mapId: string; readonly title: string }) {
  return (
    <MenuTrigger>
      <AriaButton className="button button-small">
        Export
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label="Export as">
          {formats.map(({ format, name, note }) => (
            <MenuItem
              key={format}
              className="menu-item"
              textValue={name}
              href={`${apiRoot}/maps/${mapId}/export?format=${format}`}
              download={`${title}.${format}`}
            >
              {name}
              <span className="menu-note">{note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Between the whole journey in sight and a column for every step. */
export function DetailSwitch() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Button
      small
      onPress={() =>
        void navigate({ search: (old) => ({ ...old, detail: search.detail === 'steps' ? 'stages' : 'steps' }), resetScroll: false })
      }
    >
      <Columns3 size={15} aria-hidden />
      {search.detail === 'steps' ? 'Whole journey' : 'Step by step'}
    </Button>
  )
}

/** Shows the cards that people hid, faintly; there while there are any. */
export function HiddenSwitch() {
  const editor = useEditor()
  const view = useView()
  const { showHidden } = useViewState()
  // Hiding changes the layout; typing does not.
  useSignal(editor, 'layout')
  const layout = editor.store.layout()
  const hidden = useMemo(() => [...layout.cells.values()].flat().filter((id) => editor.store.card(id)?.hidden).length, [editor, layout])
  if (hidden === 0) return null
  return (
    <Button small aria-pressed={showHidden} onPress={() => view.set({ showHidden: !showHidden })}>
      <Eye size={15} aria-hidden />
      {showHidden ? 'Leave out hidden' : `Show hidden (${hidden})`}
    </Button>
  )
}
