import { formatDuration } from '../../../exports/format.ts'
import type { MemberPick } from '../../../journey/member-pick.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import { pointsText, shareText, tells } from '../../ui/share-text.ts'
import type { AccountsTableProps } from './breadth-table.tsx'

const shown = 15
const heads = ['After', 'Journeys', 'Stop there', 'Share', 'Less others', 'Half go on in', 'Long waits', 'Less others'] as const

/** After which touchpoint accounts stop or wait longest, beside all the others. */
export function StallsTable({ summary: { stalls, slowerThanMs }, question: { events, journeys }, onOpen }: AccountsTableProps) {
  const of = { question: 'touchpoints' as const, ...(events ? { events } : {}), ...(journeys ? { journeys } : {}) }
  const list = (touchpoint: string, number: (MemberPick & { kind: 'touchpoint' })['number'], label: string) => (): void =>
    onOpen({ of, pick: { kind: 'touchpoint', touchpoint, number }, label: `${touchpoint}: ${label}` })
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Where accounts stall">
      <table className="table">
        <caption className="small soft">
          “Less others” compares a touchpoint with all the other touchpoints, in points; bold where chance alone would hardly bring it.
          {slowerThanMs === null ? '' : ` A long wait is one of more than ${formatDuration(slowerThanMs)}: nine in ten are shorter.`}
        </caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={`${head} ${index}`} scope="col" className={index === 0 ? undefined : 'end'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stalls.slice(0, shown).map((row) => (
            <tr key={row.touchpoint}>
              <th scope="row" className="row-name">
                {row.touchpoint}
              </th>
              <td className="end">
                <NumberButton
                  value={row.visits}
                  label={`account journeys at ${row.touchpoint}`}
                  onOpen={list(row.touchpoint, 'journeys', 'journeys of accounts')}
                />
              </td>
              <td className="end">
                <NumberButton
                  value={row.stops}
                  label={`account journeys that stop at ${row.touchpoint}`}
                  onOpen={list(row.touchpoint, 'exits', 'stop there')}
                />
              </td>
              <td className="end">{shareText(row.stopShare)}</td>
              <td className="end">
                {tells(row.stopDifference) && row.stopP <= 0.05 ? <b>{pointsText(row.stopDifference)}</b> : pointsText(row.stopDifference)}
              </td>
              <td className="end">{formatDuration(row.p50ToNext)}</td>
              <td className="end">{shareText(row.slowShare)}</td>
              <td className="end">
                {tells(row.slowDifference) && (row.slowP ?? 1) <= 0.05 ? (
                  <b>{pointsText(row.slowDifference)}</b>
                ) : (
                  pointsText(row.slowDifference)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
