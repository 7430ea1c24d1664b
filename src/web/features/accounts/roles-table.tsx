import { formatCount, formatDuration, formatRate } from '../../../exports/format.ts'
import type { MethodSummary } from '../../../journey/method.ts'

export interface RolesTableProps {
  readonly roles: MethodSummary<'accounts'>['roles']
  readonly silentMs: number
}

/** How many people of each role have not been heard of. */
export function RolesTable({ roles, silentMs }: RolesTableProps) {
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Silence by role">
      <table className="table">
        <caption className="small soft">
          Silent: no event for more than {formatDuration(silentMs)}, counted back from the newest event stored.
        </caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col" className="end">
              People
            </th>
            <th scope="col" className="end">
              Silent
            </th>
            <th scope="col" className="end">
              Half silent for
            </th>
            <th scope="col" className="end">
              Accounts with one
            </th>
          </tr>
        </thead>
        <tbody>
          {roles.map((row) => (
            <tr key={row.role}>
              <th scope="row">{row.role || '(no role)'}</th>
              <td className="end">{formatCount(row.people)}</td>
              <td className="end">
                {formatCount(row.silent)} ({formatRate(row.silent / Math.max(1, row.people))})
              </td>
              <td className="end">{formatDuration(row.p50Silence)}</td>
              <td className="end">{formatCount(row.silentAccounts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
