import type { MethodQuestion, MethodSummary } from '../../../journey/method.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import { pointsText, shareText } from '../../ui/share-text.ts'
import type { AccountsOpened } from './accounts-list-dialog.tsx'

export interface AccountsTableProps {
  readonly summary: MethodSummary<'accounts'>
  readonly question: MethodQuestion<'accounts'>
  readonly onOpen: (list: AccountsOpened) => void
}

/** Does it go with success when more people take part? */
export function BreadthTable({ summary: { breadth, broadDifference }, question: { events, journeys }, onOpen }: AccountsTableProps) {
  const of = { question: 'account-breadth' as const, ...(events ? { events } : {}), ...(journeys ? { journeys } : {}) }
  return (
    <div className="table-wrap accounts-breadth" tabIndex={0} role="group" aria-label="People and the goal">
      <table className="table">
        {broadDifference ? (
          <caption className="small soft">
            Accounts with two people or more, less those with one: {pointsText(broadDifference)} points of the goal’s share.
          </caption>
        ) : null}
        <thead>
          <tr>
            <th scope="col" className="end">
              People
            </th>
            <th scope="col" className="end">
              Accounts
            </th>
            <th scope="col" className="end">
              Reach the goal
            </th>
          </tr>
        </thead>
        <tbody>
          {breadth.map((row) => (
            <tr key={row.people}>
              <th scope="row" className="end">
                {row.people}
              </th>
              <td className="end">
                <NumberButton
                  value={row.accounts}
                  label={`accounts with ${row.people} people`}
                  onOpen={() =>
                    onOpen({
                      of,
                      pick: { kind: 'breadth', people: row.people },
                      label: `Accounts with ${row.people} ${row.people === 1 ? 'person' : 'people'}`,
                    })
                  }
                />
              </td>
              <td className="end">{shareText(row.goal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
