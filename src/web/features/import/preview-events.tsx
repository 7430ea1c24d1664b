import type { Preview } from '../../../contract/imports.ts'
import { formatCount } from '../../../exports/format.ts'

/** The first events that the import would make; those it would refuse are marked with the reason. */
export function PreviewEvents({ events }: { readonly events: Preview['events'] }) {
  const refused = events.filter((event) => event.problem !== '').length
  const has = (pick: (event: Preview['events'][number]) => unknown): boolean =>
    events.some((event) => pick(event) !== '' && pick(event) !== null)
  const [accounts, scores, texts] = [has((event) => event.account), has((event) => event.score), has((event) => event.text)]
  return (
    <section className="panel" aria-label="First events">
      <div className="panel-body spread">
        <h2>The first {formatCount(events.length)} events</h2>
        <span className="small soft">
          {refused === 0 ? 'none would be refused' : `${formatCount(refused)} would be refused`} · times in UTC
        </span>
      </div>
      <div className="table-wrap events-table" tabIndex={0} role="group" aria-label="First events">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">Time</th>
              <th scope="col">Touchpoint</th>
              <th scope="col">Channel</th>
              {accounts ? <th scope="col">Account</th> : null}
              {scores ? (
                <th scope="col" className="end">
                  Score
                </th>
              ) : null}
              {texts ? <th scope="col">Words</th> : null}
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event, index) => (
              <tr key={index} data-bad={event.problem !== '' || undefined}>
                <td>
                  {event.customer}
                  {event.problem === '' ? null : <p className="problem small">{event.problem}</p>}
                </td>
                <td className="numeric nowrap">
                  {event.time === null
                    ? '–'
                    : new Date(event.time)
                        .toISOString()
                        .replace('T', ' ')
                        .replace(/\.000Z$|Z$/, '')}
                </td>
                <td>{event.touchpoint}</td>
                <td>{event.channel}</td>
                {accounts ? <td>{event.account}</td> : null}
                {scores ? <td className="end">{event.score}</td> : null}
                {texts ? (
                  <td>
                    <span className="clip" title={event.text}>
                      {event.text}
                    </span>
                  </td>
                ) : null}
                <td className="faint small nowrap">
                  {event.file}:{event.line}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
