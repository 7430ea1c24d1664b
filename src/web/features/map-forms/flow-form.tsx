import './map-forms.css'
import { useMemo } from 'react'
import { formatCount, plural } from '../../../exports/format.ts'
import { hasGoal } from '../../../exports/map-words.ts'
import { stageMoods } from '../../../exports/stage-mood.ts'
import { emotionColour } from '../../../exports/look/colour.ts'
import type { JourneyMap, Ribbon } from '../../../journey/map.ts'
import { usePalette } from '../../ui/theme.ts'
import type { MapActions } from '../map/map-body.tsx'
import { layoutFlow, type FlowArrow } from './flow-layout.ts'

/** The map as a flow chart: stages with their steps, and the ways that customers really take between them. */
export function FlowForm({ map, actions }: { readonly map: JourneyMap; readonly actions: MapActions }) {
  const layout = useMemo(() => layoutFlow(map), [map])
  const moods = useMemo(() => stageMoods(map), [map])
  const palette = usePalette()
  const names = useMemo(() => new Map(map.stages.map((stage) => [stage.id as string, stage.name])), [map])
  return (
    <div className="flow-form" tabIndex={0} role="group" aria-label="The map as a flow chart">
      <svg width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`} className="flow-chart">
        <defs>
          <marker
            id="flow-head"
            viewBox="0 0 8 8"
            refX="1"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" fill="context-stroke" />
          </marker>
        </defs>
        {layout.boxes.map((box, place) => (
          <g key={box.stage}>
            <rect className="flow-stage" x={box.x} y={box.y} width={box.width} height={box.height} rx={8} />
            <rect x={box.x} y={box.y} width={box.width} height={4} rx={2} fill={emotionColour(moods[place] ?? null, palette)} />
            <text className="flow-stage-name" x={box.x + 12} y={box.y + 21}>
              {cut(box.name, 22)}
              <title>{box.name}</title>
            </text>
            {box.steps.map(({ step, x, y, width, height }) => (
              <g key={step.id}>
                <rect className="flow-step" x={x} y={y} width={width} height={height} rx={6} />
                <text className="flow-step-name" x={x + 10} y={y + height / 2 + 4}>
                  {cut(step.name, 21)}
                  <title>{step.name}</title>
                </text>
              </g>
            ))}
          </g>
        ))}
        {layout.arrows.map((arrow, place) => (
          <Arrow
            key={place}
            arrow={arrow}
            sentence={sentenceOf(arrow.ribbon, names, hasGoal(map))}
            actions={actions}
            counted={map.river !== undefined}
          />
        ))}
      </svg>
      {layout.left.flows > 0 ? (
        <p className="small faint flow-left">
          {plural(layout.left.flows, 'smaller or still open flow')} with {plural(layout.left.passages, 'passage')} not drawn; the table has
          them all.
        </p>
      ) : null}
      {map.river ? null : (
        <p className="small faint flow-left">
          Nobody has counted who goes where yet: the arrows follow the order of the stages. Import events to see the real ways.
        </p>
      )}
    </div>
  )
}

interface ArrowProps {
  readonly arrow: FlowArrow
  readonly sentence: string
  readonly counted: boolean
  readonly actions: MapActions
}
function Arrow({ arrow, sentence, counted, actions }: ArrowProps) {
  const { ribbon } = arrow
  const written = `${formatCount(ribbon.count)}${wayWords[arrow.way] ?? ''}`
  const open = (): void => actions.openStream(ribbon.from, ribbon.to, sentence)
  return (
    <g
      className="flow-arrow"
      data-way={arrow.way}
      {...(counted
        ? {
            role: 'button',
            tabIndex: 0,
            'aria-label': `${written}: ${sentence}, ${plural(ribbon.count, 'time')}, ${plural(ribbon.journeys, 'journey')}`,
            onClick: open,
            onKeyDown: (event: React.KeyboardEvent) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault()
                open()
              }
            },
          }
        : {})}
    >
      <path d={arrow.path} strokeWidth={arrow.width} markerEnd="url(#flow-head)" />
      {counted ? (
        <text className="flow-number numeric" x={arrow.label.x} y={arrow.label.y} textAnchor="middle">
          {written}
        </text>
      ) : null}
    </g>
  )
}

const wayWords: Readonly<Record<string, string>> = { leave: ' leave', goal: ' goal', enter: ' begin' }

function sentenceOf({ from, to }: Ribbon, names: ReadonlyMap<string, string>, goal: boolean): string {
  const start = from.kind === 'stage' ? names.get(from.stage) : undefined
  if (start === undefined) return `Journeys that begin in ${to.kind === 'stage' ? (names.get(to.stage) ?? '') : 'no stage'}`
  if (to.kind === 'goal') return `From ${start} to the goal`
  if (to.kind === 'stage') return `From ${start} to ${names.get(to.stage) ?? ''}`
  return goal ? `Leave at ${start} without the goal` : `End at ${start}`
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text)
