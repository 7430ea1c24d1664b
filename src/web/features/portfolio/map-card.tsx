import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Copy, LayoutTemplate, ListChecks, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { MapSummary } from '../../../contract/maps.ts'
import { plural } from '../../../exports/format.ts'
import { request } from '../../api/request.ts'
import { IconButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { formatAgo } from '../../ui/zone-time.ts'
import { useMay } from '../people/people-queries.ts'
import { SaveTemplateDialog } from '../templates/save-template-dialog.tsx'
import type { ArrangedMap } from './arrange-maps.ts'
import { DeleteMapDialog } from './delete-map-dialog.tsx'
import { MapHealthLine } from './map-health.tsx'
import { MapThumbnail } from './map-thumbnail.tsx'

export interface MapCardProps extends ArrangedMap {
  readonly now: number
  readonly people: readonly string[]
}

export function MapCard({ map, depth, now, people }: MapCardProps) {
  const client = useQueryClient()
  const mayEdit = useMay('edit-map')
  const [doing, setDoing] = useState<'delete' | 'template' | undefined>()
  const [error, setError] = useState<unknown>()
  const change = async (path: string, method: 'POST' | 'PUT', body: object): Promise<void> => {
    setError(undefined)
    try {
      await request(`/maps/${map.id}/${path}`, { method, body })
      await client.invalidateQueries({ queryKey: ['maps'] })
    } catch (problem) {
      setError(problem)
    }
  }
  const owners = map.owner === null || people.includes(map.owner) ? people : [map.owner, ...people]
  return (
    <li className="map-card panel" data-depth={depth > 0 ? depth : undefined} style={{ marginInlineStart: depth * 28 }}>
      <MapThumbnail portrait={map.portrait} />
      <div className="map-card-main">
        <Link to="/maps/$map" params={{ map: map.id }} className="map-card-title" dir="auto">
          {map.title}
        </Link>
        {map.summary === '' ? null : (
          <p className="map-card-summary soft" dir="auto">
            {map.summary}
          </p>
        )}
        <Facts map={map} />
        <MapHealthLine map={map} now={now} />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <footer className="map-card-foot small faint">
          <label className="map-owner">
            Owner{' '}
            <select
              className="owner-select"
              disabled={!mayEdit}
              value={map.owner ?? ''}
              onChange={(event) => void change('owner', 'PUT', { owner: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">Nobody</option>
              {owners.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <span className="map-changed" title={new Date(map.changedAt).toISOString()}>
            Changed {formatAgo(map.changedAt, now)} by {map.changedBy}
          </span>
          <MapActions map={map} onCopy={() => void change('copy', 'POST', {})} onDo={setDoing} />
        </footer>
      </div>
      {doing === 'delete' ? <DeleteMapDialog map={map} onClose={() => setDoing(undefined)} /> : null}
      {doing === 'template' ? <SaveTemplateDialog map={map} onClose={() => setDoing(undefined)} /> : null}
    </li>
  )
}

function Facts({ map }: { readonly map: MapSummary }) {
  const { personas, opens } = map.portrait
  return (
    <p className="map-card-facts small soft numeric">
      <span>{map.kind === 'as-is' ? 'As is' : 'To be'}</span>
      <span>{plural(map.stages, 'stage')}</span>
      <span>{plural(map.cards, 'card')}</span>
      <span>{map.journeys === null ? 'Drawn by hand' : plural(map.journeys, 'journey')}</span>
      {personas.length === 0 ? null : <span>{personas.slice(0, 3).join(', ')}</span>}
      {opens.length === 0 ? null : <span>Opens {plural(opens.length, 'map')}</span>}
    </p>
  )
}

interface MapActionsProps {
  readonly map: MapSummary
  readonly onCopy: () => void
  readonly onDo: (what: 'delete' | 'template') => void
}

/** What this person may do with the map. */
function MapActions({ map, onCopy, onDo }: MapActionsProps) {
  const [mayEdit, maySave, mayDelete] = [useMay('edit-map'), useMay('edit-workspace'), useMay('delete-map')]
  return (
    <span className="map-card-actions push">
      <Link
        to="/maps/$map"
        params={{ map: map.id }}
        search={{ check: true }}
        className="icon-button"
        aria-label={`Check ${map.title}`}
        title="Check"
      >
        <ListChecks size={15} aria-hidden />
      </Link>
      {mayEdit ? (
        <IconButton label={`Duplicate ${map.title}`} onPress={onCopy}>
          <Copy size={15} aria-hidden />
        </IconButton>
      ) : null}
      {maySave ? (
        <IconButton label={`Save ${map.title} as a template`} onPress={() => onDo('template')}>
          <LayoutTemplate size={15} aria-hidden />
        </IconButton>
      ) : null}
      {mayDelete ? (
        <IconButton label={`Delete ${map.title}`} onPress={() => onDo('delete')}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      ) : null}
    </span>
  )
}
