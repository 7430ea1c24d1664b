import { standings } from '../../../exports/tokens.ts'

/** How to see what a card rests on. */
export function StandingLegend() {
  return (
    <ul className="standing-legend" aria-label="What a card rests on">
      {Object.entries(standings).map(([kind, look]) => (
        <li key={kind} title={look.meaning}>
          <span className="standing-sample" data-standing={kind} />
          {look.label}
        </li>
      ))}
    </ul>
  )
}
