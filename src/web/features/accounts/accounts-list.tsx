import { formatCount } from '../../../exports/format.ts'
import type { MethodRow } from '../../../journey/method.ts'
import { formatDay } from '../../ui/zone-time.ts'

const outcomes = { goal: 'goal', lost: 'no goal', open: 'open' } as const

export interface AccountsListProps {
  readonly rows: readonly MethodRow<'accounts'>[]
  readonly onShow: (account: string) => void
}

/** Accounts, those heard of last first. */
export function AccountsList({ rows, onShow }: AccountsListProps) {
  return (
    <div className="table-wrap tall" tabIndex={0} role="group" aria-label="Accounts">
      <table className="table accounts-list">
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Stage</th>
            <th scope="col" className="end">
              People
            </th>
            <th scope="col">Roles</th>
            <th scope="col">Silent</th>
            <th scope="col" className="end">
              Events
            </th>
            <th scope="col">First and last</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.account}>
              <th scope="row" className="row-name">
                <button type="button" className="link" onClick={() => onShow(row.account)}>
                  {row.account}
                </button>
              </th>
              <td>{row.stage ?? '–'}</td>
              <td className="end">{formatCount(row.people)}</td>
              <td className="soft">{row.roles.join(', ')}</td>
              <td>
                {row.silent === 0 ? '' : `${formatCount(row.silent)} of ${formatCount(row.people)}`}
                {row.silentRoles.length > 0 ? <span className="soft"> {row.silentRoles.join(', ')}</span> : null}
              </td>
              <td className="end">{formatCount(row.events)}</td>
              <td className="accounts-when">
                {formatDay(row.first)} – {formatDay(row.last)}
              </td>
              <td>
                <span className="outcome" data-outcome={row.outcome}>
                  {outcomes[row.outcome]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
