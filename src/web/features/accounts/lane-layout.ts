import type { AccountSummary } from '../../../journey/methods/account.ts'

export interface LaneLayout {
  readonly height: number
  /** Where the lanes begin, left; labels stand there when there is room, above the lanes otherwise. */
  readonly left: number
  readonly labelAbove: boolean
  readonly laneTop: (index: number) => number
  readonly laneHeight: number
  readonly x: (time: number) => number
  readonly ticks: readonly { readonly time: number; readonly x: number }[]
  readonly from: number
  readonly to: number
}

const bandHeight = 30
const axisHeight = 24

/** Where everything of an account's time line lies, for a drawing so many pixels wide. One event alone stands in the middle. */
export function layOutLanes(
  width: number,
  { people, silences, first, last }: Pick<AccountSummary, 'people' | 'silences'> & { readonly first: number; readonly last: number },
): LaneLayout {
  const labelAbove = width < 560
  const left = labelAbove ? 8 : 190
  const right = 14
  const laneHeight = labelAbove ? 58 : 34
  const to = Math.max(last, ...silences.map((silence) => silence.to))
  const span = Math.max(1, to - first)
  const room = Math.max(1, width - left - right)
  const x = (time: number): number => (to === first ? left + room / 2 : left + (room * (time - first)) / span)
  const count = to === first ? 1 : Math.max(2, Math.min(8, Math.floor(room / 110)))
  const ticks = Array.from({ length: count }, (_, index) => {
    const time = count === 1 ? first : first + (span * index) / (count - 1)
    return { time, x: x(time) }
  })
  return {
    height: bandHeight + people.length * laneHeight + axisHeight,
    left,
    labelAbove,
    laneTop: (index) => bandHeight + index * laneHeight,
    laneHeight,
    x,
    ticks,
    from: first,
    to,
  }
}

/** Events of one person that would lie on top of each other are drawn as one mark with their number. */
export function groupMarks<Event extends { readonly time: number }>(
  events: readonly Event[],
  x: (time: number) => number,
  least = 9,
): readonly { readonly x: number; readonly events: readonly Event[] }[] {
  const marks: { x: number; events: Event[] }[] = []
  for (const event of events) {
    const at = x(event.time)
    const last = marks.at(-1)
    if (last && at - last.x < least) last.events.push(event)
    else marks.push({ x: at, events: [event] })
  }
  return marks
}
