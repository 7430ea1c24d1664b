import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ChevronDown, Columns3, ListChecks, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { MapRecord } from '../../../contract/maps.ts'
import { basisMark, basisPhrases } from '../../../exports/map-words.ts'
import { checkQuery } from '../../api/queries.ts'
import { apiRoot, request } from '../../api/request.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { usePhone } from '../../ui/use-media.ts'
import type { MapPanel, MapView } from './map-search.ts'
import { StandingLegend } from './standing-legend.tsx'

const route = getRouteApi('/maps/$map')
const formats = [
  { format: 'html', name: 'Web page', note: 'HTML, one file' },
  { format: 'png', name: 'Picture', note: 'PNG' },
  { format: 'svg', name: 'Drawing', note: 'SVG' },
  { format: 'json', name: 'Wend map', note: 'JSON' },
  { format: 'mmd', name: 'Mermaid', note: 'text' },
] as const

export function MapHead({ record }: { readonly record: MapRecord }) {
  const [renaming, setRenaming] = useState(false)
  const search = route.useSearch()
  const check = useQuery(checkQuery(record.id))
  const phone = usePhone()
  const { map } = record
  return (
    <header className="map-head">
      <div className="map-titles">
        <Link to="/maps" className="map-back small">
          Maps
        </Link>
        <h1>
          {record.title}
          <IconButton label="Change the title and summary" className="map-rename" onPress={() => setRenaming(true)}>
            <Pencil size={15} aria-hidden />
          </IconButton>
        </h1>
        {record.summary === '' ? null : <p className="map-summary">{record.summary}</p>}
        <p className="map-basis small faint numeric">
          {[...basisPhrases(map), basisMark(map)].map((phrase) => (
            <span key={phrase}>{phrase}</span>
          ))}
        </p>
      </div>
      <div className="map-tools">
        <Link from="/maps/$map" to="/maps/$map" className="button button-small" search={(old) => ({ ...old, check: true })}>
          <ListChecks size={15} aria-hidden />
          {check.data ? `${check.data.total} to check` : 'Check'}
        </Link>
        <FormMenu />
        <PanelMenu />
        {phone || search.view !== undefined ? null : <DetailSwitch />}
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
                  href={`${apiRoot}/maps/${record.id}/export?format=${format}`}
                  download={`${record.title}.${format}`}
                >
                  {name}
                  <span className="menu-note">{note}</span>
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
        <StandingLegend />
      </div>
      {renaming ? <RenameDialog record={record} onClose={() => setRenaming(false)} /> : null}
    </header>
  )
}

const forms: readonly { readonly view: MapView | undefined; readonly name: string; readonly note: string }[] = [
  { view: undefined, name: 'As a map', note: 'to edit' },
  { view: 'table', name: 'As a table', note: 'plain' },
  { view: 'story', name: 'As a story', note: 'stage by stage' },
  { view: 'flow', name: 'As a flow chart', note: 'steps and paths' },
  { view: 'persona', name: 'For one persona', note: 'around a person' },
]
const panels: readonly { readonly panel: MapPanel; readonly name: string }[] = [
  { panel: 'personas', name: 'Personas' },
  { panel: 'assumptions', name: 'Assumptions' },
  { panel: 'removed', name: 'Removed' },
]

/** The other forms of the same map. */
function FormMenu() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <MenuTrigger>
      <AriaButton className="button button-small">
        {forms.find((one) => one.view === search.view)?.name}
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Form of the map"
          onAction={(key) => {
            const view = forms.find((one) => one.name === key)?.view
            void navigate({ search: ({ view: _old, ...rest }) => ({ ...rest, ...(view ? { view } : {}) }) })
          }}
        >
          {forms.map(({ name, note }) => (
            <MenuItem key={name} id={name} className="menu-item">
              {name}
              <span className="menu-note">{note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** What opens beside the map. */
function PanelMenu() {
  const navigate = route.useNavigate()
  return (
    <MenuTrigger>
      <AriaButton className="button button-small">
        Beside it
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Beside the map"
          onAction={(key) => {
            const panel = panels.find((one) => one.panel === key)?.panel
            void navigate({ search: ({ card: _card, ...old }) => ({ ...old, ...(panel ? { panel } : {}) }), resetScroll: false })
          }}
        >
          {panels.map(({ panel, name }) => (
            <MenuItem key={panel} id={panel} className="menu-item">
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Between the whole journey in sight and a column for every step. */
function DetailSwitch() {
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

function RenameDialog({ record, onClose }: { readonly record: MapRecord; readonly onClose: () => void }) {
  const [title, setTitle] = useState(record.title)
  const [summary, setSummary] = useState(record.summary)
  const [error, setError] = useState<unknown>()
  const client = useQueryClient()
  const save = async (): Promise<void> => {
    try {
      await request(`/maps/${record.id}`, { method: 'PUT', body: { title, summary } })
      await Promise.all([client.invalidateQueries({ queryKey: ['map', record.id] }), client.invalidateQueries({ queryKey: ['maps'] })])
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="Title and summary" isOpen onClose={onClose}>
      <div className="stack">
        <TextField label="Title" value={title} onChange={setTitle} onEnter={() => void save()} />
        <div className="field">
          <label className="field-label" htmlFor="map-summary">
            Summary
          </label>
          <textarea
            id="map-summary"
            className="control prose"
            rows={4}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
          />
        </div>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <div className="row">
          <Button look="primary" isDisabled={title.trim() === ''} onPress={() => void save()}>
            Save
          </Button>
          <Button onPress={onClose}>Leave as it was</Button>
        </div>
      </div>
    </Dialog>
  )
}
