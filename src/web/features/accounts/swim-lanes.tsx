import { formatDuration } from '../../../exports/format.ts'
import type { MethodRow, MethodSummary } from '../../../journey/method.ts'
import { useWidth } from '../../ui/use-width.ts'
import { formatDay, formatMoment } from '../../ui/zone-time.ts'
import { groupMarks, layOutLanes, type LaneLayout } from './lane-layout.ts'

type Event = MethodRow<'account'>
type Summary = MethodSummary<'account'>

export interface SwimLanesProps {
  readonly events: readonly Event[]
  readonly summary: Summary
}

/** A lane for each person, the stages over them, silence hatched. The table under it says the same. */
export function SwimLanes({ events, summary }: SwimLanesProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const first = events[0]
  const last = events.at(-1)
  return (
    <div ref={ref} className="swim-lanes">
      {width > 0 && first && last ? (
        <Drawing
          events={events}
          summary={summary}
          width={width}
          layout={layOutLanes(width, { ...summary, first: first.time, last: last.time })}
        />
      ) : null}
    </div>
  )
}

interface DrawingProps extends SwimLanesProps {
  readonly width: number
  readonly layout: LaneLayout
}

function Drawing({ events, summary, width, layout }: DrawingProps) {
  const { people, silences } = summary
  const lanesTop = layout.laneTop(0)
  const lanesHeight = people.length * layout.laneHeight
  return (
    <svg
      width={width}
      height={layout.height}
      role="img"
      aria-label={`Time line of ${people.length} people, from ${formatDay(layout.from)} to ${formatDay(layout.to)}`}
    >
      <defs>
        <pattern id="silence" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="7" className="lane-hatch" />
        </pattern>
      </defs>
      <Band band={summary.band} layout={layout} />
      {silences.map(({ from, to }) => (
        <rect
          key={from}
          x={layout.x(from)}
          y={lanesTop}
          width={Math.max(1, layout.x(to) - layout.x(from))}
          height={lanesHeight}
          fill="url(#silence)"
        >
          <title>{`Nobody was heard of for ${formatDuration(to - from)}: ${formatDay(from)} to ${formatDay(to)}`}</title>
        </rect>
      ))}
      {people.map((person, index) => (
        <Lane key={person.customer} person={person} events={events} top={layout.laneTop(index)} layout={layout} width={width} />
      ))}
      {layout.ticks.map(({ time, x }, index) => (
        <text
          key={time}
          x={x}
          y={layout.height - 6}
          className="lane-tick"
          textAnchor={index === 0 && layout.ticks.length > 1 ? 'start' : index === layout.ticks.length - 1 && index > 0 ? 'end' : 'middle'}
        >
          {formatDay(time)}
        </text>
      ))}
    </svg>
  )
}

/** The stages that the account was in. */
function Band({ band, layout }: { readonly band: Summary['band']; readonly layout: LaneLayout }) {
  return band.map(({ stage, from, to }, index) => {
    const end = index === band.length - 1 ? layout.to : to
    const x = layout.x(from)
    const width = Math.max(3, layout.x(end) - x - 2)
    return (
      <g key={from}>
        <title>{`${stage}: ${formatDay(from)} to ${formatDay(end)}`}</title>
        <rect x={x} y={2} width={width} height={22} rx={3} className="lane-stage" data-odd={index % 2 === 1 || undefined} />
        {width > 7 * stage.length + 8 ? (
          <text x={x + 6} y={17} className="lane-stage-name">
            {stage}
          </text>
        ) : null}
      </g>
    )
  })
}

interface LaneProps {
  readonly person: Summary['people'][number]
  readonly events: readonly Event[]
  readonly top: number
  readonly layout: LaneLayout
  readonly width: number
}

function Lane({ person, events, top, layout, width }: LaneProps) {
  const own = events.filter((event) => event.customer === person.customer)
  const y = layout.labelAbove ? top + 44 : top + layout.laneHeight / 2
  const name = `${person.role === '' ? '' : `${person.role} · `}${person.customer}`
  const room = layout.labelAbove ? width - 80 : layout.left - 20
  const shown =
    name.length * 6.6 > room - (person.silent ? 44 : 0)
      ? `${name.slice(0, Math.max(6, Math.floor((room - (person.silent ? 44 : 0)) / 6.6) - 1))}…`
      : name
  return (
    <g>
      <line x1={0} x2={width} y1={top + layout.laneHeight} y2={top + layout.laneHeight} className="lane-line" />
      <text x={4} y={layout.labelAbove ? top + 15 : y + 4} className="lane-name" data-silent={person.silent || undefined}>
        <title>{name}</title>
        {shown}
        {person.silent ? ' (silent)' : ''}
      </text>
      <line x1={layout.x(person.first)} x2={layout.x(person.last)} y1={y} y2={y} className="lane-span" />
      {groupMarks(own, layout.x).map((mark) => (
        <g key={mark.x}>
          <title>{mark.events.slice(0, 12).map(eventText).join('\n')}</title>
          <Mark x={mark.x} y={y} events={mark.events} />
        </g>
      ))}
    </g>
  )
}

function Mark({ x, y, events }: { readonly x: number; readonly y: number; readonly events: readonly Event[] }) {
  const told = events.some((event) => event.score !== null || event.verbatim !== '')
  return (
    <>
      {told ? (
        <rect x={x - 4.5} y={y - 4.5} width={9} height={9} className="lane-mark" data-told transform={`rotate(45 ${x} ${y})`} />
      ) : (
        <circle cx={x} cy={y} r={4.5} className="lane-mark" />
      )}
      {events.length > 1 ? (
        <text x={x} y={y - 8} className="lane-count" textAnchor="middle">
          {events.length}
        </text>
      ) : null}
    </>
  )
}

const eventText = (event: Event): string =>
  `${formatMoment(event.time)}: ${event.touchpoint}${event.channel === '' ? '' : ` (${event.channel})`}${event.score === null ? '' : `, ${event.score} (${event.scale})`}${event.verbatim === '' ? '' : ` “${event.verbatim.slice(0, 200)}”`}`
