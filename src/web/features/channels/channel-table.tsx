import { formatDuration } from '../../../exports/format.ts'
import type { MethodSummary } from '../../../journey/method.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import type { ChannelLists } from './use-channel-lists.ts'

type Channels = MethodSummary<'channels'>['channels']

const columns = [
  { number: 'journeys', head: 'Journeys', meaning: 'journeys that use it' },
  { number: 'occurrences', head: 'Events', meaning: 'events that come through it' },
  { number: 'starts', head: 'First', meaning: 'journeys that begin in it' },
  { number: 'ends', head: 'Last', meaning: 'journeys whose last event lies in it' },
  { number: 'exits', head: 'Exits', meaning: 'journeys that end in it without the goal and are not open' },
  { number: 'stayed', head: 'Stay', meaning: 'journeys that go on in it and never leave it for another channel' },
] as const

export interface ChannelTableProps {
  readonly channels: Channels
  readonly hasGoal: boolean
  readonly lists: ChannelLists
}

/** Each channel by itself. */
export function ChannelTable({ channels, hasGoal, lists }: ChannelTableProps) {
  const shown = columns.filter(({ number }) => hasGoal || number !== 'exits')
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Channels">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Channel</th>
            {shown.map(({ head, meaning }) => (
              <th key={head} scope="col" className="end" title={meaning}>
                {head}
              </th>
            ))}
            <th scope="col" className="end" title="Median over journeys of the time between events that both lie in it">
              Time in it
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map((row) => (
            <tr key={row.channel}>
              <th scope="row" className="row-name">
                {row.channel || '(no channel)'}
              </th>
              {shown.map(({ number, meaning }) => (
                <td key={number} className="end">
                  <NumberButton
                    value={row[number]}
                    label={`${meaning}: ${row.channel || 'no channel'}`}
                    onOpen={() => lists.openChannel(row.channel, number, `${row.channel || 'No channel'}: ${meaning}`)}
                  />
                </td>
              ))}
              <td className="end">{formatDuration(row.p50Time)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
