import { formatCount, formatDuration, formatRate } from '../../../exports/format.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import type { FitDifference, FitRow, FitStep, FitVariant } from '../../../journey/methods/fit.ts'
import type { MethodAnswer } from '../../../journey/method.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import { useExplore } from '../explore/use-explore.ts'
import type { AnyPlan } from './plan-queries.ts'

export interface FitResultProps {
  readonly answer: MethodAnswer<'fit'>
  readonly plan: AnyPlan
}

/** The fit with its interval, each step followed or left out, each deviation with what it goes with, and the commonest paths move by move. */
export function FitResult({ answer, plan }: FitResultProps) {
  const { rows, summary, journeys } = answer
  if (!summary.fit) return null
  return (
    <div className="stack">
      <section className="panel panel-body plan-fit">
        <p className="plan-figure numeric">{summary.fit.value.toFixed(3)}</p>
        <p>
          fit, of 1 (95 % interval {summary.fit.low?.toFixed(3) ?? '–'} to {summary.fit.high?.toFixed(3) ?? '–'}).{' '}
          <strong>
            {formatCount(summary.asPlanned)} of {formatCount(journeys)}
          </strong>{' '}
          journeys go exactly as planned.
        </p>
      </section>
      <Steps steps={summary.steps} journeys={journeys} />
      <Deviations rows={rows} plan={plan} oneIn={summary.oneIn} />
      <Paths variants={summary.variants} />
    </div>
  )
}

function Steps({ steps, journeys }: { readonly steps: readonly FitStep[]; readonly journeys: number }) {
  return (
    <section className="panel panel-body" aria-labelledby="plan-steps">
      <h2 id="plan-steps">Steps</h2>
      <ul className="plan-bars">
        {steps.map(({ step, followed, skipped }) => (
          <li key={step}>
            <span>{step}</span>
            <span className="plan-bar" aria-hidden>
              <span style={{ width: `${(100 * followed) / Math.max(1, journeys)}%` }} />
            </span>
            <span className="small numeric">
              {formatRate(followed / Math.max(1, journeys))} follow, {formatRate(skipped / Math.max(1, journeys))} leave it out
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const words: Readonly<Record<FitRow['kind'], (what: string) => string>> = {
  skip: (what) => `Leave out ${what}`,
  add: (what) => `Also go to ${what}`,
  swap: (what) => `Come to ${what} at another place`,
}

function Deviations({ rows, plan, oneIn }: { readonly rows: readonly FitRow[]; readonly plan: AnyPlan; readonly oneIn: number }) {
  const { search, open } = useExplore()
  if (rows.length === 0) return <p className="soft">Nobody leaves the plan.</p>
  const openRow = ({ kind, what }: FitRow): void => {
    const journeys: JourneyFilter = { ...search.journeys, ...(oneIn > 1 && { oneIn }), deviation: { plan, kind, what } }
    open({ question: 'overview', ...(search.events ? { events: search.events } : {}), journeys }, { kind: 'journeys' }, words[kind](what))
  }
  return (
    <section className="panel panel-body" aria-labelledby="plan-deviations">
      <h2 id="plan-deviations">Where journeys leave the plan</h2>
      <div className="table-wrap" tabIndex={0} role="group" aria-label="Deviations">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">They</th>
              <th scope="col" className="end">
                Journeys
              </th>
              <th scope="col">Share</th>
              <th scope="col">Reach the goal, with / without</th>
              <th scope="col">Half take at most</th>
              <th scope="col">Feel</th>
              <th scope="col">Most of all</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kind} ${row.what}`}>
                <th scope="row">{words[row.kind](row.what)}</th>
                <td className="end">
                  <NumberButton value={row.journeys} label={`journeys: ${words[row.kind](row.what)}`} onOpen={() => openRow(row)} />
                </td>
                <td className="numeric small">
                  {formatRate(row.share)} ({formatRate(row.low)} to {formatRate(row.high)})
                </td>
                <td>
                  <Difference of={row.goal} show={formatRate} />
                </td>
                <td>
                  <Difference of={row.duration} show={formatDuration} />
                </td>
                <td>
                  <Difference of={row.score} show={(value) => value.toFixed(2)} />
                </td>
                <td className="small">
                  {row.who
                    ? `${row.who.property} ${row.who.value}: ${formatRate(row.who.share)}, others ${formatRate(row.who.elsewhere)}`
                    : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small soft">
        <strong>Bold</strong>: the difference is clear of chance over all comparisons of this table (5 %).
      </p>
    </section>
  )
}

function Difference({ of, show }: { readonly of: FitDifference | null; readonly show: (value: number) => string }) {
  if (!of) return <span className="faint">too few</span>
  const text = `${show(of.with)} / ${show(of.without)}`
  return <span className="numeric small">{of.p <= 0.05 ? <strong>{text}</strong> : text}</span>
}

function Paths({ variants }: { readonly variants: readonly FitVariant[] }) {
  return (
    <section className="panel panel-body" aria-labelledby="plan-paths">
      <h2 id="plan-paths">The commonest paths, move by move</h2>
      <p className="small soft">✓ as planned · − left out · + not planned</p>
      <ul className="plan-paths">
        {variants.slice(0, 12).map(({ path, journeys, fit, moves }) => (
          <li key={path.join('\u0000')}>
            <p className="small">
              {formatCount(journeys)} journeys, fit {fit.toFixed(2)}
            </p>
            <ol>
              {moves.slice(0, 40).map((move, at) => (
                <li key={at} data-move={move.kind}>
                  <span aria-hidden>{marks[move.kind]}</span>
                  <span className="visually-hidden">{spoken[move.kind]}</span> {move.kind === 'add' ? move.touchpoint : move.step}
                </li>
              ))}
              {moves.length > 40 ? <li>and {moves.length - 40} more</li> : null}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Move = FitVariant['moves'][number]['kind']
const marks: Readonly<Record<Move, string>> = { match: '✓', skip: '−', add: '+' }
const spoken: Readonly<Record<Move, string>> = { match: 'as planned:', skip: 'left out:', add: 'not planned:' }
