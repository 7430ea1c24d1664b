import { formatCount } from '../../../exports/format.ts'
import type { ArchetypesSummary } from '../../../journey/methods/archetypes.ts'

export interface CountChartProps {
  readonly tried: ArchetypesSummary['tried']
  readonly chosen: number
}

const height = 72
const step = 34

/** How well each number of archetypes explains the journeys: bars of BIC above the best, the chosen one marked. */
export function CountChart({ tried, chosen }: CountChartProps) {
  const least = Math.min(...tried.map(({ bic }) => bic))
  const most = Math.max(1, ...tried.map(({ bic }) => bic - least))
  return (
    <figure className="count-chart">
      <svg width={tried.length * step} height={height + 18} role="img" aria-label={sentence({ tried, chosen })}>
        {tried.map(({ size, bic }, index) => {
          const tall = Math.max(2, ((bic - least) / most) * height)
          return (
            <g key={size} className={size === chosen ? 'count-bar count-bar-chosen' : 'count-bar'}>
              <title>{`${size}: BIC ${formatCount(Math.round(bic - least))} above the best`}</title>
              <rect x={index * step + 6} y={height - tall} width={step - 12} height={tall} rx={2} />
              <text x={index * step + step / 2} y={height + 14} textAnchor="middle">
                {size}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="small soft">
        Number of archetypes: the lower the bar, the better it explains the journeys (BIC). {left(tried)}
      </figcaption>
    </figure>
  )
}

function left(tried: ArchetypesSummary['tried']): string {
  const compared = tried.filter(({ heldOut }) => heldOut !== null)
  if (compared.length < 2) return ''
  return `Journeys left out, log-likelihood per event: ${compared.map(({ size, heldOut }) => `${size}: ${heldOut?.toFixed(4)}`).join(', ')}.`
}

const sentence = ({ tried, chosen }: CountChartProps): string =>
  `${chosen} of the ${tried.length} numbers tried was chosen; it explains the journeys best for its size.`
