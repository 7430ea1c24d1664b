import './maps.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { mapsQuery, workspaceQuery } from '../../api/queries.ts'
import { formatCount, plural } from '../../../exports/format.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { DemoButton } from '../import/demo-button.tsx'
import { useMay, usePeople } from '../people/people-queries.ts'
import { arrangeMaps, type Arranging, type Show, type SortBy } from './arrange-maps.ts'
import { DeletedMaps } from './deleted-maps.tsx'
import { MapCard } from './map-card.tsx'
import { NewMapDialog } from './new-map-dialog.tsx'

/** Cards that are drawn before one asks for more; search and order take all maps. */
const atFirst = 60

/** All maps of the workspace: how far each can be trusted, who answers for it, how old its evidence is. */
export function MapsPage() {
  const maps = useQuery(mapsQuery)
  const workspace = useQuery(workspaceQuery)
  const people = usePeople().map(({ name }) => name)
  const may = useMay('edit-map')
  const [creating, setCreating] = useState(false)
  const [drawn, setDrawn] = useState(atFirst)
  const [now] = useState(() => Date.now())
  const [how, setHow] = useState<Arranging>({ search: '', show: 'all', owner: '', sort: 'changed' })
  const calm = useDeferredValue(how)
  const empty = workspace.data?.empty ?? false
  return (
    <div className="page">
      <title>Maps · Wend</title>
      <header className="page-head">
        <div>
          <h1>Maps</h1>
          <p className="page-lead">The journeys that customers really take, and how far each map can be trusted.</p>
        </div>
        {may ? (
          <Button look="primary" onPress={() => setCreating(true)}>
            <Plus size={16} aria-hidden />
            New map
          </Button>
        ) : null}
      </header>
      <Loaded query={maps}>
        {(list) => {
          const arranged = arrangeMaps(list.rows, calm, now)
          if (list.rows.length === 0) return <NoMaps empty={empty} onCreate={() => setCreating(true)} />
          return (
            <>
              {list.rows.length > 1 ? <ArrangeBar how={how} people={people} onChange={setHow} /> : null}
              {arranged.length === 0 ? <p className="soft">No map fits. Take a filter away.</p> : null}
              <ul className="map-list">
                {arranged.slice(0, drawn).map((one) => (
                  <MapCard key={one.map.id} {...one} now={now} people={people} />
                ))}
              </ul>
              {arranged.length > drawn ? (
                <Button className="map-list-more" onPress={() => setDrawn(drawn + 200)}>
                  Show {formatCount(Math.min(200, arranged.length - drawn))} more of {plural(arranged.length, 'map')}
                </Button>
              ) : null}
            </>
          )
        }}
      </Loaded>
      <DeletedMaps now={now} />
      {creating ? <NewMapDialog empty={empty} onClose={() => setCreating(false)} /> : null}
    </div>
  )
}

interface ArrangeBarProps {
  readonly how: Arranging
  readonly people: readonly string[]
  readonly onChange: (how: Arranging) => void
}
function ArrangeBar({ how, people, onChange }: ArrangeBarProps) {
  return (
    <div className="arrange-bar" role="search">
      <TextField
        label="Search maps"
        hideLabel
        type="search"
        placeholder="Search titles and personas"
        value={how.search}
        onChange={(search) => onChange({ ...how, search })}
      />
      <SelectField
        label="Show"
        hideLabel
        value={how.show}
        choices={[
          { value: 'all', label: 'All maps' },
          { value: 'attention', label: 'With grave findings' },
          { value: 'stale', label: 'Evidence older than 90 days' },
          { value: 'as-is', label: 'As is' },
          { value: 'to-be', label: 'To be' },
        ]}
        onChange={(show) => onChange({ ...how, show: show as Show })}
      />
      <SelectField
        label="Owner"
        hideLabel
        value={how.owner}
        choices={[{ value: '', label: 'Any owner' }, ...people.map((name) => ({ value: name, label: name }))]}
        onChange={(owner) => onChange({ ...how, owner })}
      />
      <SelectField
        label="Order"
        hideLabel
        value={how.sort}
        choices={[
          { value: 'changed', label: 'Last changed first' },
          { value: 'title', label: 'By title' },
          { value: 'attention', label: 'Gravest first' },
          { value: 'family', label: 'By which map opens which' },
        ]}
        onChange={(sort) => onChange({ ...how, sort: sort as SortBy })}
      />
    </div>
  )
}

function NoMaps({ empty, onCreate }: { readonly empty: boolean; readonly onCreate: () => void }) {
  if (!empty) {
    return (
      <Empty
        title="No map yet"
        actions={
          <Button look="primary" onPress={onCreate}>
            Make the first map
          </Button>
        }
      >
        <p>
          There are events, so Wend can compute a map: stages, touchpoints, how many people, how long, where they leave and how they feel.
        </p>
        <p>Choose a template for the stages, or let Wend work them out from the order in which things happen.</p>
      </Empty>
    )
  }
  return (
    <Empty
      title="A map is made from what customers did"
      actions={
        <>
          <Link to="/import" className="button button-primary">
            Import files
          </Link>
          <DemoButton />
          <Button onPress={onCreate}>Start without data</Button>
        </>
      }
    >
      <p>
        Import what you already have: an export of your shop, web analytics, CRM, help desk or survey. Wend computes the map from it, and
        every number on the map opens the rows behind it.
      </p>
      <p>
        Only looking? The demo company has a year of simulated customers. Without data, start from a template or a Mermaid text: every card
        is then an assumption until something shows it.
      </p>
    </Empty>
  )
}
