import './import.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatCount, formatPeriod, plural } from '../../../exports/format.ts'
import type { ImportRecord } from '../../../contract/imports.ts'
import { importQuery } from '../../api/queries.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { formatMoment } from '../../ui/zone-time.ts'
import { MendAndReplay } from './mend-and-replay.tsx'
import { Reconciliation } from './reconciliation.tsx'
import { RefusedRows } from './refused-rows.tsx'

const route = getRouteApi('/import/$number')

/** One import: what became of every row, and how to mend what was refused. */
export function ImportReportPage() {
  const number = Number(route.useParams().number)
  const query = useQuery(importQuery(number))
  return (
    <div className="page import">
      <title>{`Import ${number} · Wend`}</title>
      <Link to="/import" className="map-back small">
        Import
      </Link>
      <Loaded query={query}>{(record) => <Report record={record} />}</Loaded>
    </div>
  )
}

function Report({ record }: { readonly record: ImportRecord }) {
  const { report } = record
  return (
    <div className="stack">
      <header className="page-head import-report-head">
        <div>
          <h1>
            Import {record.number} from {record.source}
          </h1>
          <p className="page-lead">
            {formatMoment(record.at)} by {record.by}
            {record.replays === null ? null : (
              <>
                , replaying what{' '}
                <Link to="/import/$number" params={{ number: String(record.replays) }}>
                  import {record.replays}
                </Link>{' '}
                refused
              </>
            )}
            .
          </p>
        </div>
        <div className="row">
          <Link to="/maps" className="button button-primary">
            To the maps
          </Link>
          <Link to="/explore" className="button">
            Explore
          </Link>
        </div>
      </header>
      <Reconciliation report={report} />
      <p className="soft">
        {plural(report.customers, 'customer')}, {plural(report.touchpoints, 'touchpoint')}, {plural(report.events.stored, 'event')} stored,{' '}
        {formatPeriod(report.from, report.to)}.
        {report.rows.duplicates > 0 ? ` ${formatCount(report.rows.duplicates)} rows were there already and changed nothing.` : ''}
      </p>
      {report.rows.refused > 0 || report.events.refused > 0 ? (
        <>
          <RefusedRows number={record.number} reasons={report.reasons} />
          <MendAndReplay record={record} />
        </>
      ) : null}
    </div>
  )
}
