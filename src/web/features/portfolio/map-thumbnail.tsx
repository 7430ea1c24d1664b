import type { MapPortrait } from '../../../journey/map-portrait.ts'

const width = 160
const height = 64

/** A map in small: stages across, lanes down, darker where more cards lie; the line is how people feel. */
export function MapThumbnail({ portrait }: { readonly portrait: Pick<MapPortrait, 'stages' | 'lanes' | 'moods'> }) {
  const { stages, lanes, moods } = portrait
  const column = width / Math.max(1, stages.length)
  const row = Math.min(10, (height - 14) / Math.max(1, lanes.length))
  const most = Math.max(1, ...lanes.flat())
  const points = moods.flatMap((mood, index) =>
    mood === null ? [] : [`${(index + 0.5) * column},${14 + ((1 - mood) / 2) * (height - 16)}`],
  )
  return (
    <svg className="map-thumbnail" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {stages.map((_, index) => (
        <rect key={index} x={index * column + 1} y={1} width={Math.max(1, column - 2)} height={9} rx={2} className="thumbnail-stage" />
      ))}
      {lanes.flatMap((cells, lane) =>
        cells.map((count, stage) => (
          <rect
            key={`${lane}-${stage}`}
            x={stage * column + 1}
            y={13 + lane * row}
            width={Math.max(1, column - 2)}
            height={Math.max(1, row - 1)}
            rx={1}
            className="thumbnail-cell"
            opacity={count === 0 ? 0.12 : 0.3 + 0.6 * (count / most)}
          />
        )),
      )}
      {points.length > 1 ? <polyline points={points.join(' ')} className="thumbnail-mood" /> : null}
    </svg>
  )
}
