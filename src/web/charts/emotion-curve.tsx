import './charts.css'
import { useMemo } from 'react'
import { formatCount, formatScore } from '../../exports/format.ts'
import { layoutEmotion, type EmotionBox, type PlacedEmotion } from '../../exports/layout/emotion.ts'
import { emotionColour } from '../../exports/look/colour.ts'
import type { EmotionCurve as Curve, EmotionPoint } from '../../journey/map.ts'
import { spacedPoints } from './spaced-points.ts'
import { usePalette } from '../ui/theme.ts'

export interface EmotionCurveProps {
  readonly curve: Curve
  readonly box: EmotionBox
  readonly nameOf: (point: EmotionPoint) => string
}

/** How customers feel along the map, with the 95 % interval as a band. Points with too few answers are hollow and break the line. */
export function EmotionCurve({ curve, box, nameOf }: EmotionCurveProps) {
  const layout = useMemo(() => layoutEmotion(curve, box), [curve, box])
  const labelled = useMemo(() => spacedPoints(layout.points), [layout])
  return (
    <svg
      className="emotion"
      width={layout.width}
      height={layout.height}
      role="group"
      aria-label="Emotion along the journey, from minus one to plus one"
    >
      <line className="emotion-edge" x1={0} x2={layout.width} y1={layout.best} y2={layout.best} />
      <line className="emotion-zero" x1={0} x2={layout.width} y1={layout.middle} y2={layout.middle} />
      <line className="emotion-edge" x1={0} x2={layout.width} y1={layout.worst} y2={layout.worst} />
      {layout.bands.map((path) => (
        <path key={path} className="emotion-band" d={path} />
      ))}
      {layout.bridges.map((path, index) => (
        <path key={index} className="emotion-bridge" d={path} />
      ))}
      {layout.lines.map((path) => (
        <path key={path} className="emotion-line" d={path} />
      ))}
      {layout.points.map((placed) => (
        <Point
          key={`${placed.point.stage} ${placed.point.step ?? ''}`}
          placed={placed}
          middle={layout.middle}
          labelled={labelled.has(placed)}
          name={nameOf(placed.point)}
        />
      ))}
    </svg>
  )
}

function Point({
  placed,
  middle,
  labelled,
  name,
}: {
  readonly placed: PlacedEmotion
  readonly middle: number
  readonly labelled: boolean
  readonly name: string
}) {
  const palette = usePalette()
  const { mean, low, high, n } = placed.point
  if (mean === null && n === 0) return null
  const y = placed.y ?? middle
  const sentence =
    mean === null
      ? `${name}: too few answers (${n})`
      : `${name}: ${formatScore(mean)}, 95 % between ${formatScore(low)} and ${formatScore(high)}, ${formatCount(n)} answers`
  return (
    <g className="emotion-point-group" tabIndex={0} role="img" aria-label={sentence}>
      {mean === null ? (
        <circle className="emotion-few" cx={placed.x} cy={y} r={3} />
      ) : (
        <circle className="emotion-point" cx={placed.x} cy={y} r={5} fill={emotionColour(mean, palette)} />
      )}
      {mean === null || !labelled ? null : (
        <text className="emotion-label" x={placed.x} y={y < 26 ? y + 19 : y - 10} textAnchor="middle">
          {formatScore(mean)}
        </text>
      )}
      <circle className="emotion-hit" cx={placed.x} cy={y} r={14}>
        <title>{sentence}</title>
      </circle>
    </g>
  )
}
