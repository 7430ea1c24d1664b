import './charts.css'
import { useId, useMemo, type KeyboardEvent } from 'react'
import { formatCount, formatRate } from '../../exports/format.ts'
import { emotionColour } from '../../exports/look/colour.ts'
import { layoutRiver } from '../../exports/layout/river.ts'
import type { RiverBox, RiverLayout, RiverNode, RiverStream } from '../../exports/layout/river-types.ts'
import type { River as RiverData, Stage } from '../../journey/map.ts'
import type { FlowEnd } from '../../journey/member-pick.ts'
import { classNames } from '../ui/class-names.ts'
import { usePalette } from '../ui/theme.ts'
import { streamEnds, streamSentence } from './stream-sentence.ts'

export interface RiverProps {
  readonly river: RiverData
  readonly stages: readonly Stage[]
  readonly box: RiverBox
  /** How each stage feels, −1..+1; null where too few have said so. */
  readonly feelings: readonly (number | null)[]
  readonly onOpenStream: (from: FlowEnd, to: FlowEnd, sentence: string) => void
  readonly onOpenStage: (stage: Stage) => void
}

/** The real flow between stages: width is journeys, colour is how they feel, what leaves falls away. Every stream opens its list. */
export function River({ river, stages, box, feelings, onOpenStream, onOpenStage }: RiverProps) {
  const layout = useMemo(() => layoutRiver(river, stages, box), [river, stages, box])
  const id = useId()
  const palette = usePalette()
  const colourOf = (index: number | null): string => emotionColour(index === null ? null : (feelings[index] ?? null), palette)
  return (
    <svg
      className="river"
      data-goal={layout.hasGoal}
      width={layout.width}
      height={layout.height}
      role="group"
      aria-label={`River of ${formatCount(layout.journeys)} journeys`}
    >
      <defs>
        {layout.streams.map((stream, index) => (
          <Gradient
            key={index}
            id={`${id}${index}`}
            stream={stream}
            from={colourOf(stream.from ?? stream.to)}
            to={colourOf(stream.to ?? stream.from)}
          />
        ))}
      </defs>
      {layout.streams.map((stream, index) => (
        <Stream key={index} stream={stream} paint={`url(#${id}${index})`} stages={stages} layout={layout} onOpen={onOpenStream} />
      ))}
      {layout.nodes.map((node) => (
        <Node key={node.index} node={node} stages={stages} total={layout.journeys} onOpen={onOpenStage} />
      ))}
      {layout.goal ? (
        <rect className="river-goal" x={layout.goal.x} y={layout.goal.y} width={layout.goal.width} height={layout.goal.height} rx={2} />
      ) : null}
      {layout.labels.map((label, index) => (
        <text
          key={index}
          className={classNames('river-label', `river-label-${label.kind}`)}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
        >
          {label.text}
        </text>
      ))}
    </svg>
  )
}

function Gradient({
  id,
  stream,
  from,
  to,
}: {
  readonly id: string
  readonly stream: RiverStream
  readonly from: string
  readonly to: string
}) {
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={stream.x1} y1={stream.y1} x2={stream.x2} y2={stream.y2}>
      <stop offset="0" stopColor={from} />
      <stop offset="1" stopColor={to} stopOpacity={stream.kind === 'lost' ? 0.15 : 1} />
    </linearGradient>
  )
}

interface StreamProps {
  readonly stream: RiverStream
  readonly paint: string
  readonly stages: readonly Stage[]
  readonly layout: RiverLayout
  readonly onOpen: RiverProps['onOpenStream']
}
function Stream({ stream, paint, stages, layout, onOpen }: StreamProps) {
  const names = stages.map((stage) => stage.name)
  const ends = streamEnds(
    stream,
    stages.map((stage) => stage.id),
  )
  const sentence = streamSentence(stream, names, layout.hasGoal)
  const open = (): void => onOpen(ends.from, ends.to, sentence)
  const back = stream.kind === 'back'
  return (
    <path
      className={classNames('river-stream', `river-stream-${stream.kind}`)}
      d={stream.path}
      {...(back ? { fill: 'none', stroke: paint, strokeWidth: stream.width } : { fill: paint })}
      tabIndex={0}
      role="button"
      onClick={open}
      onKeyDown={onEnter(open)}
    >
      <title>{`${sentence}\n${formatCount(stream.count)} passages by ${formatCount(stream.journeys)} journeys, ${formatRate(stream.journeys / Math.max(1, layout.journeys))} of all`}</title>
    </path>
  )
}

function Node({
  node,
  stages,
  total,
  onOpen,
}: {
  readonly node: RiverNode
  readonly stages: readonly Stage[]
  readonly total: number
  readonly onOpen: (stage: Stage) => void
}) {
  const stage = stages[node.index]
  if (!stage || node.height <= 0) return null
  const journeys = stage.numbers?.journeys ?? node.in
  const open = (): void => onOpen(stage)
  return (
    <g className="river-node" tabIndex={0} role="button" onClick={open} onKeyDown={onEnter(open)}>
      <rect x={node.x} y={node.y} width={node.width} height={node.height} rx={2} />
      <rect className="river-node-reach" x={node.x - 10} y={node.y - 6} width={node.width + 20} height={node.height + 12} />
      <title>{`${stage.name}\n${formatCount(journeys)} journeys, ${formatRate(journeys / Math.max(1, total))} of all`}</title>
    </g>
  )
}

const onEnter =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  }
