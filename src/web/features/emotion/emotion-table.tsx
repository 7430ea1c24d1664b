import { formatCount, formatRate } from '../../../exports/format.ts'
import type { EmotionLinks, EmotionRow } from '../../../journey/methods/emotion.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import { feelingText, figureText, intervalText } from './emotion-text.ts'

export interface EmotionTableProps {
  readonly rows: readonly EmotionRow[]
  /** Opens the scores behind a row. */
  readonly onScores: (touchpoint: string) => void
  /** Opens what people wrote there. */
  readonly onWords: (touchpoint: string) => void
}

/** The chart as numbers; each n opens what it counts. */
export function EmotionTable({ rows, onScores, onWords }: EmotionTableProps) {
  return (
    <div className="emotion-scroll" role="region" aria-label="Feeling by touchpoint" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Touchpoint</th>
            <th scope="col">By</th>
            <th scope="col" className="end">
              Feeling
            </th>
            <th scope="col">95 % interval</th>
            <th scope="col" className="end">
              n
            </th>
            <th scope="col">By its own formula</th>
            <th scope="col">How it was linked</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.touchpoint} ${row.series}`}>
              <th scope="row">{row.touchpoint}</th>
              <td>{row.series}</td>
              <td className={row.mean === null ? 'end soft' : 'end numeric'}>{feelingText(row)}</td>
              <td className="numeric nowrap">{intervalText(row)}</td>
              <td className="end">
                {row.series === 'scores' ? (
                  <NumberButton value={row.n} label={`scores about ${row.touchpoint}`} onOpen={() => onScores(row.touchpoint)} />
                ) : (
                  <NumberButton
                    value={row.n + row.notScored}
                    text={row.notScored === 0 ? formatCount(row.n) : `${formatCount(row.n)} of ${formatCount(row.n + row.notScored)}`}
                    label={`texts about ${row.touchpoint}`}
                    onOpen={() => onWords(row.touchpoint)}
                  />
                )}
              </td>
              <td>
                {row.figures.map((figure) => (
                  <span key={figure.scale} className="numeric nowrap emotion-figure" title={`${figure.rule}; n ${formatCount(figure.n)}`}>
                    {figureText(figure)}
                  </span>
                ))}
              </td>
              <td className="small soft">{linksText(row.links)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const linkNames = { own: 'asked there', explicit: 'by an explicit link', nearest: 'nearest before' } as const

function linksText(links: EmotionLinks): string {
  const all = links.own + links.explicit + links.nearest
  return (['own', 'explicit', 'nearest'] as const)
    .filter((key) => links[key] > 0)
    .map((key) => `${formatRate(links[key] / all)} ${linkNames[key]}`)
    .join(', ')
}
