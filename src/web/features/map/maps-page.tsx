import './maps.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListChecks, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { MapSummary } from '../../../contract/maps.ts'
import { plural } from '../../../exports/format.ts'
import { checkQuery, mapsQuery, workspaceQuery } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { formatAgo } from '../../ui/zone-time.ts'
import { DemoButton } from '../import/demo-button.tsx'
import { NewMapDialog } from './new-map-dialog.tsx'

export function MapsPage() {
  const maps = useQuery(mapsQuery)
  const workspace = useQuery(workspaceQuery)
  const [creating, setCreating] = useState(false)
  const empty = workspace.data?.empty ?? false
  return (
    <div className="page">
      <title>Maps · Wend</title>
      <header className="page-head">
        <div>
          <h1>Maps</h1>
          <p className="page-lead">The journeys that customers really take, computed from what is recorded.</p>
        </div>
        {empty ? null : (
          <Button look="primary" onPress={() => setCreating(true)}>
            <Plus size={16} aria-hidden />
            New map
          </Button>
        )}
      </header>
      <Loaded query={maps}>
        {(list) =>
          list.rows.length > 0 ? (
            <ul className="map-list">
              {list.rows.map((map) => (
                <MapCard key={map.id} map={map} />
              ))}
            </ul>
          ) : (
            <NoMaps empty={empty} onCreate={() => setCreating(true)} />
          )
        }
      </Loaded>
      {creating ? <NewMapDialog onClose={() => setCreating(false)} /> : null}
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
        </>
      }
    >
      <p>
        Import what you already have: an export of your shop, web analytics, CRM, help desk or survey. Wend computes the map from it, and
        every number on the map opens the rows behind it.
      </p>
      <p>Only looking? The demo company has a year of simulated customers.</p>
    </Empty>
  )
}

function MapCard({ map }: { readonly map: MapSummary }) {
  const check = useQuery(checkQuery(map.id))
  const [deleting, setDeleting] = useState(false)
  const [now] = useState(() => Date.now())
  return (
    <li className="map-card panel">
      <Link to="/maps/$map" params={{ map: map.id }} className="map-card-title">
        {map.title}
      </Link>
      {map.summary === '' ? null : <p className="map-card-summary soft">{map.summary}</p>}
      <p className="map-card-facts small soft numeric">
        <span>{plural(map.stages, 'stage')}</span>
        <span>{plural(map.cards, 'card')}</span>
        {map.journeys === null ? null : <span>{plural(map.journeys, 'journey')}</span>}
        {map.customers === null ? null : <span>{plural(map.customers, 'customer')}</span>}
        {map.definition === null ? null : <span>{map.definition}</span>}
      </p>
      <footer className="map-card-foot small faint">
        <span title={new Date(map.createdAt).toISOString()}>Computed {formatAgo(map.createdAt, now)}</span>
        {map.hash === null ? null : <code title={`SHA-256 of the computed map: ${map.hash}`}>{map.hash.slice(0, 8)}</code>}
        {check.data ? (
          <Link to="/maps/$map" params={{ map: map.id }} search={{ check: true }} className="map-card-check">
            <ListChecks size={13} aria-hidden />
            {check.data.total} to check
          </Link>
        ) : null}
        <IconButton label={`Delete ${map.title}`} className="push" onPress={() => setDeleting(true)}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </footer>
      {deleting ? <DeleteDialog map={map} onClose={() => setDeleting(false)} /> : null}
    </li>
  )
}

function DeleteDialog({ map, onClose }: { readonly map: MapSummary; readonly onClose: () => void }) {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const remove = async (): Promise<void> => {
    try {
      await request(`/maps/${map.id}`, { method: 'DELETE' })
      await Promise.all([client.invalidateQueries({ queryKey: ['maps'] }), client.invalidateQueries({ queryKey: ['workspace'] })])
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="Delete this map?" isOpen onClose={onClose}>
      <div className="stack">
        <p>
          “{map.title}” is deleted. The events stay, so the same map can be computed again; a changed title and summary cannot be brought
          back.
        </p>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <div className="row">
          <Button look="danger" onPress={() => void remove()}>
            Delete the map
          </Button>
          <Button onPress={onClose}>Keep it</Button>
        </div>
      </div>
    </Dialog>
  )
}
