import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ImportRecord } from '../../../contract/imports.ts'
import { formatCount, plural } from '../../../exports/format.ts'
import { refusedQuery } from '../../api/queries.ts'
import { apiRoot } from '../../api/request.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Pager } from '../../ui/pager.tsx'

const limit = 50

/** What was refused and why: first the reasons, then every row with its file, line, field and value. */
export function RefusedRows({ number, reasons }: { readonly number: number; readonly reasons: ImportRecord['report']['reasons'] }) {
  const [offset, setOffset] = useState(0)
  const query = useQuery(refusedQuery(number, { limit, offset }))
  return (
    <section className="panel" aria-label="Refused rows">
      <div className="panel-body stack">
        <div className="spread">
          <h2>Refused</h2>
          <a className="button button-small" href={`${apiRoot}/imports/${number}/refused.csv`} download>
            <Download size={14} aria-hidden />
            CSV
          </a>
        </div>
        <ul className="reasons">
          {reasons.map((reason, index) => (
            <li key={index}>
              <strong className="numeric">{plural(reason.rows, 'row')}</strong> {reason.reason}{' '}
              <span className="faint small">
                first at {reason.firstFile}:{reason.firstLine}
                {reason.field === '' ? '' : `, ${reason.field}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Loaded query={query}>
        {(page) => (
          <>
            <div className="table-wrap events-table" tabIndex={0} role="group" aria-label="Refused rows">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Where</th>
                    <th scope="col">Field</th>
                    <th scope="col">Value</th>
                    <th scope="col">Reason</th>
                  </tr>
                </thead>
                <tbody>
                  {page.rows.map((row, index) => (
                    <tr
                      key={index}
                      title={Object.entries(row.raw)
                        .map(([name, value]) => `${name}: ${value}`)
                        .join('\n')}
                    >
                      <td className="numeric nowrap">
                        {row.file}:{row.line}
                      </td>
                      <td>{row.field}</td>
                      <td>
                        <code className="clip">{row.value === '' ? '(empty)' : row.value}</code>
                      </td>
                      <td>{row.reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <div className="table-foot">
              <span className="faint small">{formatCount(page.total)} in all</span>
              <Pager total={page.total} limit={limit} offset={offset} onMove={setOffset} />
            </div>
          </>
        )}
      </Loaded>
    </section>
  )
}
