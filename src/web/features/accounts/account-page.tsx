import { ArrowLeft } from 'lucide-react'
import { formatCount, formatDuration, plural } from '../../../exports/format.ts'
import type { MethodAnswer } from '../../../journey/method.ts'
import { Button } from '../../ui/button.tsx'
import { formatDay, formatMoment } from '../../ui/zone-time.ts'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { readAccountSettings } from './account-settings.ts'
import { SwimLanes } from './swim-lanes.tsx'

/** One account's journey with all its people on one time line. */
export function AccountPage({ account }: { readonly account: string }) {
  const { search, change } = useExplore()
  const method = useMethod<'account'>({ question: 'account', account, limit: 1000, ...readAccountSettings(search) })
  const { account: _one, ...list } = search.with ?? {}
  return (
    <div className="stack accounts">
      <div className="row">
        <Button small onPress={() => change({ with: Object.keys(list).length > 0 ? list : undefined })}>
          <ArrowLeft size={14} aria-hidden />
          All accounts
        </Button>
      </div>
      <MethodPanel method={method} rows={12}>
        {(answer) => (
          <div className="stack">
            <section className="panel panel-body stack">
              <h2>{account}</h2>
              <p className="soft">{sentence(answer)}</p>
              <SwimLanes events={answer.rows} summary={answer.summary} />
            </section>
            <section className="panel panel-body stack">
              <h2>Event by event</h2>
              <Events answer={answer} />
            </section>
          </div>
        )}
      </MethodPanel>
    </div>
  )
}

function sentence({ rows, summary, total }: MethodAnswer<'account'>): string {
  const { people, silences, band } = summary
  const first = rows[0]
  if (!first) return 'Nothing is known of it under these filters.'
  const silent = people.filter((person) => person.silent)
  const stage = band.at(-1)?.stage
  return [
    `${plural(people.length, 'person', 'people')}, ${plural(total, 'event')} since ${formatDay(first.time)}.`,
    stage === undefined ? 'No stage yet.' : `Stage: ${stage}.`,
    silent.length === 0
      ? 'Nobody is silent.'
      : `Silent: ${silent.map(({ customer, role }) => (role === '' ? customer : `${role} ${customer}`)).join(', ')}.`,
    ...(silences.length === 0
      ? []
      : [`Nobody at all was heard of for ${silences.map(({ from, to }) => formatDuration(to - from)).join(', ')}.`]),
  ].join(' ')
}

function Events({ answer: { rows, total } }: { readonly answer: MethodAnswer<'account'> }) {
  return (
    <div className="table-wrap tall" tabIndex={0} role="group" aria-label="Events of the account">
      <table className="table account-events">
        {total > rows.length ? (
          <caption className="small soft">
            The first {formatCount(rows.length)} of {formatCount(total)} events.
          </caption>
        ) : null}
        <thead>
          <tr>
            {['When', 'Person', 'Role', 'Touchpoint', 'Channel', 'Stage', 'Score', 'Words'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className="accounts-when">{formatMoment(row.time)}</td>
              <td>{row.customer}</td>
              <td className="soft">{row.role}</td>
              <td>{row.touchpoint}</td>
              <td className="soft">{row.channel}</td>
              <td className="soft">{row.stage ?? ''}</td>
              <td>{row.score === null ? '' : `${row.score} (${row.scale})`}</td>
              <td className="account-words">{row.verbatim}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
