import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import type { JourneyMap } from '../../../journey/map.ts'
import { checkQuery } from '../../api/queries.ts'
import { usePhone } from '../../ui/use-media.ts'
import { DetailSwitch, ExportMenu, FormMenu, HiddenSwitch, PanelMenu } from './map-menus.tsx'
import { MapTitles } from './map-titles.tsx'
import { StandingLegend } from './standing-legend.tsx'

const route = getRouteApi('/maps/$map')

export interface MapHeadProps {
  readonly mapId: string
  readonly map: JourneyMap
  /** An earlier version or a reading: to look at, not to check or export. */
  readonly still?: boolean
}

export function MapHead({ mapId, map, still = false }: MapHeadProps) {
  const search = route.useSearch()
  const check = useQuery({ ...checkQuery(mapId), enabled: !still })
  const phone = usePhone()
  return (
    <header className="map-head">
      <MapTitles mapId={mapId} map={map} />
      <div className="map-tools">
        {still ? null : (
          <Link from="/maps/$map" to="/maps/$map" className="button button-small" search={(old) => ({ ...old, check: true })}>
            <ListChecks size={15} aria-hidden />
            {check.data ? `${check.data.total} to check` : 'Check'}
          </Link>
        )}
        <FormMenu />
        <PanelMenu />
        {phone || search.view !== undefined ? null : <DetailSwitch />}
        {search.view === undefined ? <HiddenSwitch /> : null}
        {still ? null : <ExportMenu mapId={mapId} title={map.title} />}
        <StandingLegend />
      </div>
    </header>
  )
}
