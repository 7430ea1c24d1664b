import './touchpoints.css'
import { useQuery } from '@tanstack/react-query'
import { Plus, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { LibraryTouchpoint } from '../../../contract/touchpoints.ts'
import { formatCount, plural } from '../../../exports/format.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { touchpointsQuery, unmappedQuery } from './touchpoint-queries.ts'
import { TouchpointRow } from './touchpoint-row.tsx'
import { type Library, useLibrary } from './use-library.ts'
import { TouchpointDialog } from './touchpoint-dialog.tsx'

export function TouchpointsPage() {
  const query = useQuery(touchpointsQuery)
  const rows = query.data?.rows ?? []
  const library = useLibrary(new Map(rows.map((row) => [row.id, row])))
  const may = useMay('edit-workspace')
  const [opened, setOpened] = useState<string | undefined>()
  const open = rows.find((row) => row.id === opened)
  return (
    <div className="page">
      <title>Touchpoints · Wend</title>
      <header className="page-head">
        <div>
          <h1>Touchpoints</h1>
          <p className="page-lead">
            The places where customers and you meet, named once and used on every map. A change here follows on all maps.
          </p>
        </div>
        {may && (rows.length > 0 || library.undo) ? (
          <Button small isDisabled={library.undo === undefined} onPress={() => void library.undo?.()}>
            <Undo2 size={14} aria-hidden />
            Undo
          </Button>
        ) : null}
      </header>
      {library.error ? <ProblemNotice error={library.error} /> : null}
      <Loaded query={query} rows={10}>
        {(list) =>
          list.rows.length === 0 ? (
            <NoTouchpoints library={library} may={may} onOpen={setOpened} />
          ) : (
            <LibraryTable rows={list.rows} library={library} may={may} onOpen={setOpened} />
          )
        }
      </Loaded>
      {open ? (
        <TouchpointDialog key={open.id} touchpoint={open} others={rows} library={library} may={may} onClose={() => setOpened(undefined)} />
      ) : null}
    </div>
  )
}

interface PartProps {
  readonly library: Library
  readonly may: boolean
  readonly onOpen: (id: string) => void
}

function NoTouchpoints({ library, may, onOpen }: PartProps) {
  const unmapped = useQuery(unmappedQuery)
  const total = unmapped.data?.total ?? 0
  return (
    <Empty
      title="The library is empty"
      actions={
        may ? (
          <>
            {total > 0 ? (
              <Button look="primary" onPress={() => void library.seed()}>
                Take the {plural(total, 'name')} from your events
              </Button>
            ) : null}
            <AddTouchpoint library={library} onOpen={onOpen} />
          </>
        ) : null
      }
    >
      <p>
        Systems name the same place differently: “/checkout”, “Checkout viewed”, “begin_checkout”. A touchpoint of the library is that place
        with one name, a channel and a team that owns it; its rules say which names in your events mean it.
      </p>
      <p>Cards on maps point to the library, so a touchpoint is renamed once and follows everywhere.</p>
    </Empty>
  )
}

function AddTouchpoint({ library, onOpen }: Pick<PartProps, 'library' | 'onOpen'>) {
  const [name, setName] = useState('')
  const add = async (): Promise<void> => {
    if (name.trim() === '') return
    const id = await library.add(name)
    if (id === undefined) return
    setName('')
    onOpen(id)
  }
  return (
    <div className="row touchpoint-add">
      <TextField label="New touchpoint" hideLabel placeholder="New touchpoint" value={name} onChange={setName} onEnter={() => void add()} />
      <Button isDisabled={name.trim() === ''} onPress={() => void add()}>
        <Plus size={15} aria-hidden />
        Add
      </Button>
    </div>
  )
}

function LibraryTable({ rows, library, may, onOpen }: PartProps & { readonly rows: readonly LibraryTouchpoint[] }) {
  const [find, setFind] = useState('')
  const [channel, setChannel] = useState<string | undefined>()
  const wanted = find.trim().toLowerCase()
  const shown = rows.filter(
    (row) =>
      (channel === undefined || row.channel === channel) &&
      [row.name, row.channel, row.team, row.description].some((text) => text.toLowerCase().includes(wanted)),
  )
  const channels = [...new Set(rows.map((row) => row.channel))].sort()
  return (
    <div className="stack">
      <div className="row touchpoint-tools">
        <TextField type="search" label="Find" hideLabel placeholder="Find by name, channel or team" value={find} onChange={setFind} />
        <SelectField
          label="Channel"
          hideLabel
          value={channel === undefined ? '*' : `=${channel}`}
          choices={[
            { value: '*', label: 'All channels' },
            ...channels.map((name) => ({ value: `=${name}`, label: name || '(no channel)' })),
          ]}
          onChange={(value) => setChannel(value === '*' ? undefined : value.slice(1))}
        />
        {may ? <AddTouchpoint library={library} onOpen={onOpen} /> : null}
      </div>
      <UnmappedLine library={library} may={may} />
      <div className="table-wrap panel">
        <table className="table touchpoint-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Channel</th>
              <th scope="col">Team</th>
              <th scope="col" className="end">
                Events
              </th>
              <th scope="col">Names it takes</th>
              <th scope="col">Used on</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, shownRows).map((row) => (
              <TouchpointRow key={row.id} touchpoint={row} may={may} library={library} onOpen={() => onOpen(row.id)} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="faint small">
        {shown.length > shownRows
          ? `The first ${shownRows} of ${formatCount(shown.length)}; find the others by name.`
          : `${plural(shown.length, 'touchpoint')} of ${formatCount(rows.length)}.`}
      </p>
    </div>
  )
}
const shownRows = 300

function UnmappedLine({ library, may }: Pick<PartProps, 'library' | 'may'>) {
  const unmapped = useQuery(unmappedQuery)
  if (!unmapped.data || unmapped.data.total === 0) return null
  const { total, events, rows } = unmapped.data
  return (
    <details className="unmapped">
      <summary>
        {plural(total, 'name')} in your events {total === 1 ? 'belongs' : 'belong'} to no touchpoint ({formatCount(events)} events)
      </summary>
      <div className="stack">
        <ul>
          {rows.map((row) => (
            <li key={row.name} className="spread">
              <span className="unmapped-name">
                {row.name} <span className="faint small">{row.channel}</span>
              </span>
              <span className="numeric">{formatCount(row.events)}</span>
            </li>
          ))}
        </ul>
        {total > rows.length ? <p className="faint small">And {formatCount(total - rows.length)} more with fewer events.</p> : null}
        {may ? (
          <Button small className="unmapped-seed" onPress={() => void library.seed()}>
            Make each a touchpoint
          </Button>
        ) : null}
      </div>
    </details>
  )
}
