import { formatRate, plural } from '../../../exports/format.ts'
import type { MapSummary } from '../../../contract/maps.ts'
import { formatAgo } from '../../ui/zone-time.ts'
import { evidencedShare, isOld } from './arrange-maps.ts'

/** How far a map can be trusted: evidence, grave findings, age of what it rests on. */
export function MapHealthLine({ map, now }: { readonly map: MapSummary; readonly now: number }) {
  const { health } = map.portrait
  const share = evidencedShare(map)
  return (
    <div className="map-health small">
      {share === null ? (
        <span className="soft">No card yet</span>
      ) : (
        <span
          className="map-evidence"
          title={`${health.evidenced} of ${health.cards} cards rest on evidence, ${health.assumed} are assumptions`}
        >
          <meter min={0} max={1} value={share} aria-label="Cards that rest on evidence" />
          {formatRate(share)} on evidence
        </span>
      )}
      {health.high > 0 ? <span className="map-grave">{plural(health.high, 'grave finding')}</span> : null}
      {health.toFindOut > 0 ? <span>{health.toFindOut} to find out</span> : null}
      {health.newest === null ? null : (
        <span className={isOld(map, now) ? 'map-grave' : 'soft'} title={new Date(health.newest).toISOString()}>
          Newest evidence {formatAgo(health.newest, now)}
        </span>
      )}
    </div>
  )
}
