import { X } from 'lucide-react'
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { MapColumns } from '../../features/map/map-columns.ts'
import { IconButton } from '../../ui/button.tsx'
import { useView, useViewState } from '../editor-context.tsx'
import type { GridRow } from '../grid-rows.ts'

const width = 176
const tallest = 120
/** A cell with so many cards is drawn darkest. */
const full = 12

export interface OverviewProps {
  readonly scroller: RefObject<HTMLElement | null>
  readonly rows: readonly GridRow[]
  readonly columns: MapColumns
  readonly start: number
}
interface Extent {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly y: number; readonly height: number }[]
}

/** The whole map, small: where cards are, and which part is on screen. A click or a drag goes there; keys reach everything without it. */
export function Overview({ scroller, rows, columns, start }: OverviewProps) {
  const { overview, zoom } = useViewState()
  const view = useView()
  const frame = useRef<SVGRectElement>(null)
  const extent = useExtent(scroller, overview)
  const scale = extent ? Math.min(width / extent.width, tallest / extent.height) : 1
  useEffect(() => {
    const element = scroller.current
    if (!element || !extent) return undefined
    const follow = (): void => {
      const rect = frame.current
      if (!rect) return
      const box = { x: element.scrollLeft, y: element.scrollTop, width: element.clientWidth, height: element.clientHeight }
      for (const [key, value] of Object.entries(box)) rect.setAttribute(key, String(value * scale))
    }
    follow()
    element.addEventListener('scroll', follow, { passive: true })
    return () => element.removeEventListener('scroll', follow)
  }, [scroller, extent, scale])
  if (!overview || !extent) return null
  const go = (event: PointerEvent<SVGSVGElement>): void => {
    const element = scroller.current
    const box = event.currentTarget.getBoundingClientRect()
    element?.scrollTo((event.clientX - box.x) / scale - element.clientWidth / 2, (event.clientY - box.y) / scale - element.clientHeight / 2)
  }
  return (
    <div className="overview no-print" role="group" aria-label="Overview of the map">
      <svg
        aria-hidden
        width={extent.width * scale}
        height={extent.height * scale}
        onPointerDown={(event) => (event.currentTarget.setPointerCapture(event.pointerId), go(event))}
        onPointerMove={(event) => event.buttons === 1 && go(event)}
      >
        {rows.map((row, index) =>
          row.stages.map((stage, place) => {
            const lane = extent.lanes[index]
            const column = columns.stages[place]
            const cards = [...stage.steps, stage.whole].reduce((sum, cell) => sum + cell.cards.length, 0)
            return lane && column && cards > 0 ? (
              <rect
                key={stage.stage}
                className="overview-cell"
                data-kind={row.lane.kind}
                x={(start + column.x) * zoom * scale + 0.5}
                y={lane.y * scale + 0.5}
                width={Math.max(1, column.width * zoom * scale - 1.5)}
                height={Math.max(1, lane.height * scale - 1)}
                opacity={0.25 + 0.75 * Math.min(1, cards / full)}
              />
            ) : null
          }),
        )}
        <rect ref={frame} className="overview-frame" />
      </svg>
      <IconButton bare label="Close the overview" onPress={() => view.set({ overview: false })}>
        <X size={13} aria-hidden />
      </IconButton>
    </div>
  )
}

/** How large the sheet is, in pixels of the screen, and where its lanes lie; undefined while all of it is in sight. */
function useExtent(scroller: RefObject<HTMLElement | null>, on: boolean): Extent | undefined {
  const [extent, setExtent] = useState<Extent | undefined>()
  useEffect(() => {
    const element = scroller.current
    const sheet = element?.querySelector('.map-sheet')
    if (!element || !sheet || !on) return undefined
    const measure = (): void => {
      const whole = { width: element.scrollWidth, height: element.scrollHeight }
      const inSight = whole.width <= element.clientWidth * 1.1 && whole.height <= element.clientHeight * 1.1
      const from = element.getBoundingClientRect().y - element.scrollTop
      const lanes = [...sheet.querySelectorAll('.lane')].map((lane) => {
        const box = lane.getBoundingClientRect()
        return { y: box.y - from, height: box.height }
      })
      setExtent(inSight ? undefined : { ...whole, lanes })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(sheet)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, on])
  return extent
}
