import { useEffect, type RefObject } from 'react'
import type { CardId } from '../../../journey/map.ts'
import type { Editor } from '../editor.ts'
import { several } from '../selection.ts'

const startsAt = 5

/** Dragging over empty ground chooses the cards that the rectangle touches. */
export function useMarquee(sheet: RefObject<HTMLElement | null>, editor: Editor): void {
  useEffect(() => {
    const element = sheet.current
    if (!element) return undefined
    let release: () => void = () => {}
    const onDown = (down: PointerEvent): void => {
      const target = down.target instanceof Element ? down.target : null
      if (
        down.button !== 0 ||
        down.pointerType === 'touch' ||
        !target?.closest('.lanes') ||
        target.closest('[data-card], button, a, input, .lane-head')
      )
        return
      const frame = document.createElement('div')
      frame.className = 'marquee'
      const kept = down.shiftKey || down.ctrlKey || down.metaKey ? [...editor.selection.cards] : []
      const onMove = (move: PointerEvent): void => {
        const box = boxOf(down, move)
        if (box.width < startsAt && box.height < startsAt) return
        if (!frame.isConnected) document.body.append(frame)
        Object.assign(frame.style, { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` })
        editor.select(several([...kept, ...touched(element, box)]))
      }
      release = () => {
        frame.remove()
        window.removeEventListener('pointermove', onMove)
        window.removeEventListener('pointerup', release)
      }
      window.addEventListener('pointermove', onMove)
      window.addEventListener('pointerup', release)
    }
    element.addEventListener('pointerdown', onDown)
    return () => {
      element.removeEventListener('pointerdown', onDown)
      release()
    }
  }, [sheet, editor])
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
const boxOf = (a: PointerEvent, b: PointerEvent): Box => ({
  x: Math.min(a.clientX, b.clientX),
  y: Math.min(a.clientY, b.clientY),
  width: Math.abs(a.clientX - b.clientX),
  height: Math.abs(a.clientY - b.clientY),
})

/** Lanes first: cards of lanes out of sight are not laid out for this. */
function touched(sheet: HTMLElement, box: Box): readonly CardId[] {
  const meets = (element: Element): boolean => {
    const own = element.getBoundingClientRect()
    return own.x < box.x + box.width && own.right > box.x && own.y < box.y + box.height && own.bottom > box.y
  }
  const lanes = [...sheet.querySelectorAll('.lane')].filter(meets)
  return lanes.flatMap((lane) =>
    [...lane.querySelectorAll<HTMLElement>('[data-card]')].filter(meets).map((card) => card.dataset['card'] as CardId),
  )
}
