import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ImportSummary } from '../../../contract/imports.ts'
import type { sourceSchema } from '../../../contract/sources.ts'
import { formatCount, formatPeriod } from '../../../exports/format.ts'
import { formatMoment } from '../../ui/zone-time.ts'

export interface ImportHistoryProps {
  readonly imports: readonly ImportSummary[]
  readonly sources: readonly z.output<typeof sourceSchema>[]
}

export function ImportHistory({ imports, sources }: ImportHistoryProps) {
  return (
    <div className="history">
      <section className="panel" aria-label="Sources">
        <div className="panel-body">
          <h2>Sources</h2>
        </div>
        <div className="table-wrap" tabIndex={0} role="group" aria-label="Sources">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col" className="end">
                  Events
                </th>
                <th scope="col" className="end">
                  Customers
                </th>
                <th scope="col">Period</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <tr key={source.name}>
                  <td>{source.name}</td>
                  <td className="end">{formatCount(source.events)}</td>
                  <td className="end">{formatCount(source.customers)}</td>
                  <td className="nowrap">{formatPeriod(source.from, source.to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="panel" aria-label="Imports">
        <div className="panel-body">
          <h2>Imports</h2>
        </div>
        <div className="table-wrap" tabIndex={0} role="group" aria-label="Imports">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Import</th>
                <th scope="col">When</th>
                <th scope="col" className="end">
                  Rows
                </th>
                <th scope="col" className="end">
                  Stored
                </th>
                <th scope="col" className="end">
                  Refused
                </th>
                <th scope="col" className="end">
                  Duplicates
                </th>
              </tr>
            </thead>
            <tbody>
              {imports.map((one) => (
                <tr key={one.number}>
                  <td>
                    <Link to="/import/$number" params={{ number: String(one.number) }}>
                      {one.number}, {one.source}
                    </Link>
                    {one.replays === null ? null : <span className="faint small"> replays {one.replays}</span>}
                  </td>
                  <td className="nowrap">{formatMoment(one.at)}</td>
                  <td className="end">{formatCount(one.report.rows.read)}</td>
                  <td className="end">{formatCount(one.report.rows.stored)}</td>
                  <td className="end">{formatCount(one.report.rows.refused)}</td>
                  <td className="end">{formatCount(one.report.rows.duplicates)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  )
}
