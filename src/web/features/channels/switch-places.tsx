import { ArrowRight } from 'lucide-react'
import { formatCount, formatDuration, formatScore, plural } from '../../../exports/format.ts'
import type { MethodSummary } from '../../../journey/method.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import { shareText } from '../../ui/share-text.ts'
import type { ChannelLists } from './use-channel-lists.ts'

type Summary = MethodSummary<'channels'>

/** The pairs of touchpoints between which people switch, most frequent first, with what comes after. */
export function SwitchPlaces({ summary, lists }: { readonly summary: Summary; readonly lists: ChannelLists }) {
  const { places, otherPlaces, hasGoal, support } = summary
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Where people switch">
      <table className="table switch-places">
        <thead>
          <tr>
            <th scope="col">From, to</th>
            <th scope="col" className="end">
              Times
            </th>
            <th scope="col" className="end">
              Half within
            </th>
            {hasGoal ? (
              <th scope="col" className="end" title="Of the journeys that are not open, with its 95 % interval">
                Reach the goal
              </th>
            ) : null}
            {support.length > 0 ? (
              <th scope="col" className="end" title={`Journeys that come to ${support.join(', ')} later`}>
                Then support
              </th>
            ) : null}
            <th scope="col" className="end" title="Journeys that end right there without the goal and are not open">
              End there
            </th>
            <th scope="col" className="end" title="Mean of the next score, −1 to +1">
              Next score
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((row) => (
            <PlaceRow
              key={JSON.stringify([row.from, row.fromTouchpoint, row.to, row.toTouchpoint])}
              row={row}
              summary={summary}
              lists={lists}
            />
          ))}
        </tbody>
        {otherPlaces.places > 0 ? (
          <tfoot>
            <tr>
              <td>Other: {plural(otherPlaces.places, 'more place')}</td>
              <td className="end">{formatCount(otherPlaces.count)}</td>
              <td colSpan={5} />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

interface PlaceRowProps {
  readonly row: Summary['places'][number]
  readonly summary: Summary
  readonly lists: ChannelLists
}

function PlaceRow({ row, summary: { hasGoal, support }, lists }: PlaceRowProps) {
  const name = `${row.fromTouchpoint} → ${row.toTouchpoint}`
  return (
    <tr>
      <th scope="row" className="row-name">
        <span className="switch-name">
          {row.fromTouchpoint} <span className="touch-chip">{row.from}</span>
          <ArrowRight size={13} aria-label="to" />
          {row.toTouchpoint} <span className="touch-chip">{row.to}</span>
        </span>
      </th>
      <td className="end">
        <NumberButton value={row.count} label={`switches ${name}`} onOpen={() => lists.openSwitch(row, 'count', `${name}: switches`)} />
      </td>
      <td className="end">{formatDuration(row.p50)}</td>
      {hasGoal ? (
        <td className="end">
          <NumberButton
            value={row.reachedGoal}
            text={shareText(row.goal)}
            label={`journeys that reach the goal after ${name}`}
            onOpen={() => lists.openSwitch(row, 'goal', `${name}: reach the goal`)}
          />
        </td>
      ) : null}
      {support.length > 0 ? (
        <td className="end">
          <NumberButton
            value={row.support}
            label={`journeys that come to support after ${name}`}
            onOpen={() => lists.openSwitch(row, 'later', `${name}, then support`)}
          />
        </td>
      ) : null}
      <td className="end">
        <NumberButton
          value={row.ended}
          label={`journeys that end after ${name}`}
          onOpen={() => lists.openSwitch(row, 'ended', `${name}: end there`)}
        />
      </td>
      <td className="end">{row.meanScore === null ? '–' : row.scores < 5 ? 'too few' : formatScore(row.meanScore)}</td>
    </tr>
  )
}
