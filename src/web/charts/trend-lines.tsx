import './charts.css'
import { line } from 'd3-shape'
import { useMemo, type KeyboardEvent } from 'react'
import { formatCount, formatDate } from '../../exports/format.ts'
import type { TrendRow } from '../../journey/answer.ts'
import { usePalette } from '../ui/theme.ts'
import { useWidth } from '../ui/use-width.ts'
import { touchpointColours } from './touchpoint-colours.ts'
import { trendScale } from './trend-scale.ts'

export interface TrendLinesProps {
  readonly rows: readonly TrendRow[]
  readonly show: (value: number) => string
  readonly fromZero: boolean
  readonly onOpen: (row: TrendRow) => void
}

/** A line a group over time; every point opens its list. A gap in the data is a gap in the line. */
export function TrendLines({ rows, show, fromZero, onOpen }: TrendLinesProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const palette = usePalette()
  const box = useMemo(() => ({ width, height: 300, left: 52, bottom: 26 }), [width])
  const scale = useMemo(() => trendScale(rows, box, fromZero), [rows, box, fromZero])
  const groups = useMemo(() => [...Map.groupBy(rows, (row) => row.group ?? '').entries()], [rows])
  const colours = touchpointColours([groups.map(([group]) => group)], palette)
  const draw = line<TrendRow>()
    .defined((row) => row.value !== null)
    .x((row) => scale.x(row.start))
    .y((row) => scale.y(row.value ?? 0))
  if (rows.length === 0) return <p className="soft">No journey begins in this period under these filters.</p>
  return (
    <div ref={ref} className="stack">
      {groups.length > 1 ? (
        <ul className="row small">
          {groups.map(([group]) => (
            <li key={group} className="touch-chip" style={{ borderInlineStartColor: colours.get(group) }}>
              {group || '(none)'}
            </li>
          ))}
        </ul>
      ) : null}
      {width === 0 ? null : (
        <svg width={width} height={box.height} role="group" aria-label="Trend">
          <g className="axis">
            {scale.yTicks.map((tick) => (
              <g key={tick}>
                <line x1={box.left} x2={width} y1={scale.y(tick)} y2={scale.y(tick)} />
                <text x={box.left - 8} y={scale.y(tick) + 4} textAnchor="end">
                  {show(tick)}
                </text>
              </g>
            ))}
            {scale.xTicks.map((tick) => (
              <text key={tick.at} x={tick.at} y={box.height - 6} textAnchor="middle">
                {tick.text}
              </text>
            ))}
          </g>
          {groups.map(([group, own]) => (
            <g key={group}>
              <path className="trend-line" d={draw(own) ?? ''} stroke={groups.length > 1 ? colours.get(group) : palette.accent} />
              {own.map((row) => (
                <Point
                  key={row.start}
                  row={row}
                  x={scale.x(row.start)}
                  y={scale.y(row.value ?? 0)}
                  colour={groups.length > 1 ? (colours.get(group) ?? palette.accent) : palette.accent}
                  show={show}
                  onOpen={onOpen}
                />
              ))}
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}

interface PointProps {
  readonly row: TrendRow
  readonly x: number
  readonly y: number
  readonly colour: string
  readonly show: (value: number) => string
  readonly onOpen: (row: TrendRow) => void
}
function Point({ row, x, y, colour, show, onOpen }: PointProps) {
  if (row.value === null) return null
  const sentence = `${formatDate(row.start)}${row.group ? `, ${row.group}` : ''}: ${show(row.value)} (from ${formatCount(row.n)})`
  const open = (): void => onOpen(row)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open()
  }
  return (
    <g role="button" tabIndex={0} aria-label={`${sentence}. Open the list`} onClick={open} onKeyDown={onKeyDown}>
      <circle className="trend-dot" cx={x} cy={y} r={3.2} fill={colour} />
      <circle className="trend-hit" cx={x} cy={y} r={11}>
        <title>{sentence}</title>
      </circle>
    </g>
  )
}
