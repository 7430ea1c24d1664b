import { Empty } from '../../ui/empty.tsx'
import { DemoButton } from './demo-button.tsx'

/** Shown before anything was imported: what to bring, with the smallest example. */
export function ImportTeaching() {
  return (
    <Empty title="What to bring" actions={<DemoButton />}>
      <p>
        Any export in which each row says who, when and what happened. Wend works out which column is which, and asks what only you can
        know.
      </p>
      <table className="table teach-table">
        <caption className="visually-hidden">A small example</caption>
        <thead>
          <tr>
            <th scope="col">customer</th>
            <th scope="col">time</th>
            <th scope="col">touchpoint</th>
            <th scope="col">channel</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>c-1041</td>
            <td>2025-03-02 10:14</td>
            <td>Pricing page</td>
            <td>web</td>
          </tr>
          <tr>
            <td>c-1041</td>
            <td>2025-03-04 16:40</td>
            <td>Demo call</td>
            <td>phone</td>
          </tr>
        </tbody>
      </table>
      <p>
        Also good: web-analytics events, CRM deals with a date for each stage, support tickets, surveys with a score and a text. Files that
        belong together can be imported together.
      </p>
      <p>Nothing leaves this computer.</p>
    </Empty>
  )
}
