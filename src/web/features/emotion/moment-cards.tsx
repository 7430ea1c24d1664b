import { formatCount } from '../../../exports/format.ts'
import type { EmotionMoment } from '../../../journey/methods/emotion.ts'
import { feelingText, intervalText } from './emotion-text.ts'

const titles: Readonly<Record<EmotionMoment['kind'], string>> = {
  best: 'Best moment',
  worst: 'Worst moment',
  'before-goal': 'Last before the goal',
  'before-leaving': 'Where most leave',
}

/** Peaks and ends: what people remember of a journey. */
export function MomentCards({ moments }: { readonly moments: readonly EmotionMoment[] }) {
  if (moments.length === 0) return null
  return (
    <section aria-labelledby="emotion-moments">
      <h2 id="emotion-moments">Moments of truth</h2>
      <p className="small soft">People remember the peaks and the end of a journey more than all the rest.</p>
      <ul className="emotion-moments">
        {moments.map((moment) => (
          <li key={`${moment.kind} ${moment.series}`} className={`emotion-moment emotion-moment-${moment.kind}`}>
            <span className="small soft">
              {titles[moment.kind]}, by {moment.series}
            </span>
            <strong>{moment.touchpoint}</strong>
            <span className="numeric">
              {feelingText(moment)} <span className="small soft">{aside(moment)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function aside({ kind, apart, journeys, n, ...value }: EmotionMoment): string {
  const interval = intervalText(value)
  const about =
    journeys !== null ? `${formatCount(journeys)} journeys` : kind === 'best' || kind === 'worst' ? (apart ? '' : 'may be chance') : ''
  return [interval, `n ${formatCount(n)}`, about].filter((part) => part !== '').join(' · ')
}
