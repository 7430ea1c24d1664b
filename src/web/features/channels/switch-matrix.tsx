import type { CSSProperties } from 'react'
import { formatCount, formatDuration, formatRate, formatShort } from '../../../exports/format.ts'
import type { MethodRow } from '../../../journey/method.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import { points, pointsText, shareText, tells } from '../../ui/share-text.ts'
import type { ChannelLists } from './use-channel-lists.ts'

export type CellNumber = 'count' | 'time' | 'goal'
type Row = MethodRow<'channels'>

export interface SwitchMatrixProps {
  readonly rows: readonly Row[]
  readonly channels: readonly string[]
  readonly number: CellNumber
  readonly lists: ChannelLists
}

/** A row for the channel left, a column for the one come to. The shade says how often, the text says every number. */
export function SwitchMatrix({ rows, channels, number, lists }: SwitchMatrixProps) {
  const switched = new Set(rows.flatMap((row) => [row.from, row.to]))
  const shown = channels.filter((channel) => switched.has(channel))
  const most = Math.max(1, ...rows.map((row) => row.count))
  const cells = new Map(rows.map((row) => [`${row.from}\n${row.to}`, row]))
  if (rows.length === 0) return <p className="soft">Nobody switches from one channel to another.</p>
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Switches between channels">
      <table className="table switch-matrix">
        <caption className="small soft">{captions[number]}</caption>
        <thead>
          <tr>
            <th scope="col" className="row-name">
              From ↓ to →
            </th>
            {shown.map((to) => (
              <th key={to} scope="col">
                {to}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((from) => (
            <tr key={from}>
              <th scope="row" className="row-name">
                {from}
              </th>
              {shown.map((to) => (
                <Cell key={to} row={cells.get(`${from}\n${to}`)} own={from === to} most={most} number={number} lists={lists} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const captions: Readonly<Record<CellNumber, string>> = {
  count: 'How often a journey’s next event comes through another channel; darker is more often.',
  time: 'Half of the switches take at most this long; darker is more often.',
  goal: 'Share of journeys that reach the goal after the switch, and in brackets the points more or less than those who stay in the channel, where that is more than chance would bring.',
}

interface CellProps extends Pick<SwitchMatrixProps, 'number' | 'lists'> {
  readonly row: Row | undefined
  readonly own: boolean
  readonly most: number
}

function Cell({ row, own, most, number, lists }: CellProps) {
  if (own) return <td className="switch-own" aria-label="the same channel" />
  if (!row) return <td className="switch-cell faint">·</td>
  const shade = `${Math.round(4 + 46 * Math.sqrt(row.count / most))}%`
  return (
    <td className="switch-cell" style={{ '--shade': shade } as CSSProperties} title={tip(row)}>
      <NumberButton
        value={row.count}
        text={cellText(row, number)}
        label={`${row.from} to ${row.to}, ${captions[number]}`}
        onOpen={() =>
          lists.openSwitch(
            row,
            number === 'goal' ? 'journeys' : 'count',
            `${row.from} → ${row.to}: ${number === 'goal' ? 'journeys with the switch' : 'switches'}`,
          )
        }
      />
    </td>
  )
}

/** Of fewer journeys a share says nothing, so they are counted instead. */
const fewest = 10

function cellText(row: Row, number: CellNumber): string {
  if (number === 'count') return formatShort(row.count)
  if (number === 'time') return formatDuration(row.p50)
  if (!row.goal) return '–'
  const ended = row.reachedGoal + row.lost
  if (ended < fewest) return `${formatCount(row.reachedGoal)} of ${formatCount(ended)}`
  return `${formatRate(row.goal.value)}${tells(row.difference) ? ` (${points(row.difference.value)})` : ''}`
}

const tip = (row: Row): string =>
  [
    `${row.from} → ${row.to}: ${formatCount(row.count)} times in ${formatCount(row.journeys)} journeys, half within ${formatDuration(row.p50)}`,
    row.goal ? `Goal after it: ${shareText(row.goal)}` : '',
    row.staying ? `Goal of those who stay: ${shareText(row.staying)}` : '',
    row.difference ? `Difference in points: ${pointsText(row.difference)}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
