import { formatCount } from '../../../exports/format.ts'
import type { ImportRecord } from '../../../contract/imports.ts'
import { unaccounted, type Ledger } from './ledger-sum.ts'

type Report = ImportRecord['report']

/** Every row accounted for: read = stored + refused + duplicates + unused, in all and for each file. */
export function Reconciliation({ report }: { readonly report: Report }) {
  const { rows } = report
  const lost = unaccounted(rows)
  return (
    <section className="panel panel-body stack" aria-label="Reconciliation">
      <div
        className="equation numeric"
        role="math"
        aria-label={`${rows.read} rows read = ${rows.stored} stored + ${rows.refused} refused + ${rows.duplicates} duplicates + ${rows.unused} unused`}
      >
        <Term value={rows.read} name="rows read" strong />
        <span className="operator">=</span>
        <Term value={rows.stored} name="stored" kind="good" />
        <span className="operator">+</span>
        <Term value={rows.refused} name="refused" kind={rows.refused > 0 ? 'bad' : undefined} />
        <span className="operator">+</span>
        <Term value={rows.duplicates} name="duplicates" />
        <span className="operator">+</span>
        <Term value={rows.unused} name="unused" />
      </div>
      {lost === 0 ? null : (
        <p className="problem">
          {formatCount(lost)} rows are not accounted for. This must not happen; please report it with the file’s shape.
        </p>
      )}
      {report.events.made === rows.read ? null : (
        <p className="small soft numeric">
          {formatCount(report.events.made)} events made = {formatCount(report.events.stored)} stored + {formatCount(report.events.refused)}{' '}
          refused + {formatCount(report.events.duplicates)} duplicates
        </p>
      )}
      {report.files.length > 1 ? <FileTable files={report.files} /> : null}
    </section>
  )
}

function Term({
  value,
  name,
  kind,
  strong = false,
}: {
  readonly value: number
  readonly name: string
  readonly kind?: 'good' | 'bad' | undefined
  readonly strong?: boolean
}) {
  return (
    <span className="term" data-kind={kind} data-strong={strong || undefined}>
      <b>{formatCount(value)}</b>
      <span>{name}</span>
    </span>
  )
}

function FileTable({ files }: { readonly files: readonly ({ readonly name: string; readonly lookup: boolean } & Ledger)[] }) {
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Rows of each file">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className="end">
              Read
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
            <th scope="col" className="end">
              Unused
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.name}>
              <td>
                {file.name}
                {file.lookup ? <span className="faint small"> looked up by other rows</span> : null}
              </td>
              {([file.read, file.stored, file.refused, file.duplicates, file.unused] as const).map((count, place) => (
                <td key={place} className="end">
                  {file.lookup && file.read === 0 ? '' : formatCount(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
