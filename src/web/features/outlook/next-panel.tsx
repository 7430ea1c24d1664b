import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { formatCount, formatDate, formatDuration, formatRate } from '../../../exports/format.ts'
import type { NextRow, NextSummary } from '../../../journey/methods/next.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { NamePicker } from '../../ui/name-picker.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { CalibrationPlot } from './calibration-plot.tsx'

/** Picks a path and shows what comes next after it, with how far such sayings can be relied on. */
export function NextPanel() {
  const { search, change } = useExplore()
  const path = readPath(search.with?.['path'])
  const walk = (next: readonly string[]): void => change({ with: { ...search.with, path: JSON.stringify(next) } }, true)
  const method = useMethod<'next'>({ question: 'next', path, limit: 200 })
  return (
    <div className="stack">
      <PathPicker path={path} onWalk={walk} />
      <MethodPanel method={method} rows={8}>
        {({ rows, summary }) => (
          <div className="outlook-halves">
            <section className="panel outlook-card" aria-labelledby="next-chances">
              <h2 id="next-chances">{path.length === 0 ? 'How journeys begin' : `After ${path.at(-1) ?? ''}`}</h2>
              <p className="small soft">
                {formatCount(summary.seen)} moments like this were learnt from.
                {summary.goal
                  ? ` Chance of the goal ${formatRate(summary.goal.chance)} (95 % interval ${formatRate(summary.goal.low)} to ${formatRate(summary.goal.high)}).`
                  : ''}
              </p>
              <Chances rows={rows} onWalk={(next) => walk([...path, next])} />
            </section>
            <Judged summary={summary} />
          </div>
        )}
      </MethodPanel>
    </div>
  )
}

function readPath(text: string | undefined): readonly string[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(read) ? read.filter((one): one is string => typeof one === 'string' && one !== '') : []
  } catch {
    return []
  }
}

function PathPicker({ path, onWalk }: { readonly path: readonly string[]; readonly onWalk: (path: readonly string[]) => void }) {
  const vocabulary = useQuery(vocabularyQuery)
  const names = (vocabulary.data?.touchpoints ?? []).map(({ name, events }) => ({ name, count: events }))
  return (
    <div className="row outlook-walk">
      <span className="soft">So far:</span>
      {path.length === 0 ? <span className="soft">nothing yet</span> : null}
      {path.map((name, place) => (
        <span key={place} className="touch-chip row">
          {name}
          <button
            type="button"
            className="outlook-drop"
            aria-label={`Take ${name} away`}
            onClick={() => onWalk(path.filter((_, other) => other !== place))}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <span className="outlook-add">
        <NamePicker
          label="Add a touchpoint"
          names={names}
          chosen={[]}
          single
          look="add"
          onChange={([name]) => name && onWalk([...path, name])}
        />
      </span>
      {path.length > 0 ? (
        <Button small look="quiet" onPress={() => onWalk([])}>
          Start over
        </Button>
      ) : null}
    </div>
  )
}

const told = 0.01

function Chances({ rows, onWalk }: { readonly rows: readonly NextRow[]; readonly onWalk: (next: string) => void }) {
  const shown = rows.filter(({ chance }, place) => chance >= told || place < 3)
  const rest = rows.filter((row) => !shown.includes(row))
  return (
    <table className="table outlook-chances">
      <thead>
        <tr>
          <th scope="col">Next</th>
          <th scope="col">Chance</th>
          <th scope="col" className="end">
            Half within
          </th>
          <th scope="col" className="end">
            Nine in ten
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ next, chance, p50, p90 }) => (
          <tr key={next}>
            <th scope="row">
              {next === '' ? (
                <em>nothing more</em>
              ) : (
                <button type="button" className="link-button" onClick={() => onWalk(next)}>
                  {next}
                </button>
              )}
            </th>
            <td>
              <span className="outlook-bar" style={{ width: `${Math.max(1, 100 * chance)}px` }} />
              <span className="numeric small">{formatRate(chance)}</span>
            </td>
            <td className="end numeric">{formatDuration(p50)}</td>
            <td className="end numeric">{formatDuration(p90)}</td>
          </tr>
        ))}
        {rest.length > 0 ? (
          <tr>
            <th scope="row" className="soft">
              {formatCount(rest.length)} others
            </th>
            <td className="numeric small">{formatRate(rest.reduce((sum, { chance }) => sum + chance, 0))}</td>
            <td />
            <td />
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

function Judged({ summary }: { readonly summary: NextSummary }) {
  const { quality, lastStep, majority, judgedFrom, learnt, judged, goalQuality } = summary
  if (!quality || !lastStep || !majority) return null
  const lines = [
    { name: 'This model', of: quality },
    { name: 'The last touchpoint alone', of: lastStep },
    { name: 'Always the commonest', of: majority },
  ]
  return (
    <section className="panel outlook-card" aria-labelledby="next-judged">
      <h2 id="next-judged">How far to rely on it</h2>
      <p className="small soft">
        Learnt on the first {formatCount(learnt)} journeys, judged on the {formatCount(judged)} that began
        {judgedFrom === null ? ' later' : ` after ${formatDate(judgedFrom)}`}, which it had not seen.
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What guesses</span>
            </th>
            <th scope="col" className="end" title="Share of moments at which the likeliest thing came">
              Right
            </th>
            <th scope="col" className="end" title="Mean of −ln of the chance given to what came; the smaller the better">
              Log loss
            </th>
            <th scope="col" className="end" title="Distance between said and seen within moments that share their last two touchpoints">
              Calibration error
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="end numeric">{formatRate(of.accuracy)}</td>
              <td className="end numeric">{of.logLoss.toFixed(3)}</td>
              <td className="end numeric">{of.calibrationError.toFixed(3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CalibrationPlot title="Next touchpoint: chance said of the likeliest, and how often it came" points={quality.bins} />
      {goalQuality ? (
        <>
          <CalibrationPlot title="Goal: chance said, and how often it was reached" points={goalQuality.bins} />
          <p className="small soft">
            Brier score of the chance of the goal {goalQuality.brier.toFixed(3)}; always saying what is usual{' '}
            {goalQuality.brierOfBase.toFixed(3)}. The smaller the better.
          </p>
        </>
      ) : null}
    </section>
  )
}
