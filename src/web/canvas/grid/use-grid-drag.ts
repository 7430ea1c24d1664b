import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, type RefObject } from 'react'
import type { CardId, LaneId, StageId, StepId } from '../../../journey/map.ts'
import { cellOf, moveCards, placeIn } from '../actions/card-actions.ts'
import { citeEvidence } from '../actions/clipboard.ts'
import type { Editor } from '../editor.ts'
import { only } from '../selection.ts'

interface Point {
  readonly clientX: number
  readonly clientY: number
}
/** Where something would land, and where the line is drawn that says so. */
interface Landing {
  readonly drop: () => void
  readonly line: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined
}
type Dragged = Readonly<Record<string | symbol, unknown>>

/** Drag and drop on the sheet: cards, stages, steps, lanes, and evidence from panels. One listener for all; a card becomes draggable when the pointer is over it. */
export function useGridDrag(sheet: RefObject<HTMLElement | null>, editor: Editor, mapId: string): void {
  useEffect(() => {
    const element = sheet.current
    if (!element) return undefined
    const line = document.createElement('div')
    line.className = 'drop-line'
    document.body.append(line)
    const over = hoverDraggable(element, editor)
    const show = (landing: Landing | undefined): void => {
      const box = landing?.line
      line.hidden = box === undefined
      if (box) Object.assign(line.style, { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` })
    }
    show(undefined)
    const landingOf = (dragged: Dragged, at: Point): Landing | undefined => landing({ editor, mapId, dragged, at })
    const stop = combine(
      dropTargetForElements({
        element,
        canDrop: ({ source }) =>
          editor.canEdit && (source.data['type'] === 'wend/evidence' || String(source.data['type']).startsWith('wend/own-')),
        onDrag: ({ source, location }) => {
          show(landingOf(source.data, location.current.input))
          scrollAtEdges(element, location.current.input)
        },
        onDragLeave: () => show(undefined),
        onDrop: ({ source, location }) => landingOf(source.data, location.current.input)?.drop(),
      }),
      monitorForElements({ onDrop: () => show(undefined) }),
    )
    return () => {
      stop()
      over()
      line.remove()
    }
  }, [sheet, editor, mapId])
}

/** Makes what the pointer is over draggable, and only that: two thousand registrations cost more than one. */
function hoverDraggable(sheet: HTMLElement, editor: Editor): () => void {
  let release: () => void = () => {}
  let current: Element | null = null
  const onOver = (event: PointerEvent): void => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card], [data-drag]') : null
    if (target === current) return
    release()
    current = target
    release = () => {}
    if (!target || !editor.canEdit) return
    release = draggable({ element: target, canDrag: () => editor.editing === undefined, getInitialData: () => dragData(target, editor) })
  }
  sheet.addEventListener('pointerover', onOver)
  return () => {
    sheet.removeEventListener('pointerover', onOver)
    release()
  }
}

function dragData(element: HTMLElement, editor: Editor): Record<string, unknown> {
  const { card, stage, step, laneHead } = element.dataset
  if (card !== undefined) {
    const id = card as CardId
    if (!editor.selection.cards.has(id)) editor.select(only(id))
    return { type: 'wend/own-cards', cards: editor.chosen() }
  }
  if (stage !== undefined) return { type: 'wend/own-stage', id: stage }
  if (step !== undefined) return { type: 'wend/own-step', id: step }
  return { type: 'wend/own-lane', id: laneHead }
}

interface Landings {
  readonly editor: Editor
  readonly mapId: string
  readonly dragged: Dragged
  readonly at: Point
}
function landing(landings: Landings): Landing | undefined {
  const { editor, dragged, at } = landings
  const under = document.elementFromPoint(at.clientX, at.clientY)
  if (!under) return undefined
  switch (dragged['type']) {
    case 'wend/own-cards':
      return cardLanding(editor, dragged['cards'] as readonly CardId[], { under, at })
    case 'wend/evidence': {
      const card = under.closest<HTMLElement>('[data-card]')
      if (!card) return undefined
      const box = card.getBoundingClientRect()
      const id = card.dataset['card'] as CardId
      return {
        drop: () => void citeEvidence(editor, { mapId: landings.mapId, card: id, payload: dragged['payload'] }),
        line: { x: box.x, y: box.bottom, width: box.width, height: 3 },
      }
    }
    case 'wend/own-stage':
      return headLanding(under.closest<HTMLElement>('[data-stage]'), at, (id, after) => {
        const { stages } = editor.store.layout()
        const before = after ? (stages[stages.findIndex((one) => one.id === id) + 1]?.id ?? null) : (id as StageId)
        if (before !== dragged['id']) editor.apply('Move a stage', [{ kind: 'move-stage', stage: dragged['id'] as StageId, before }])
      })
    case 'wend/own-step':
      return headLanding(under.closest<HTMLElement>('[data-step]'), at, (id, after) => {
        const stage = editor.store.layout().stages.find((one) => one.steps.some((step) => step.id === id))
        if (!stage) return
        const before = after ? (stage.steps[stage.steps.findIndex((one) => one.id === id) + 1]?.id ?? null) : (id as StepId)
        if (before !== dragged['id'])
          editor.apply('Move a step', [{ kind: 'move-step', step: dragged['id'] as StepId, stage: stage.id, before }])
      })
    default:
      return laneLanding(editor, dragged, { under, at })
  }
}

function laneLanding(
  editor: Editor,
  dragged: Dragged,
  { under, at }: { readonly under: Element; readonly at: Point },
): Landing | undefined {
  const lane = under.closest<HTMLElement>('[data-lane]')
  const id = lane?.dataset['lane']
  if (!lane || id === undefined) return undefined
  const box = lane.getBoundingClientRect()
  const after = at.clientY > box.y + box.height / 2
  const { lanes } = editor.store.layout()
  const before = after ? (lanes[lanes.findIndex((one) => one.id === id) + 1]?.id ?? null) : (id as LaneId)
  return {
    drop: () => before !== dragged['id'] && editor.apply('Move a lane', [{ kind: 'move-lane', lane: dragged['id'] as LaneId, before }]),
    line: { x: box.x, y: after ? box.bottom - 2 : box.y, width: Math.min(box.width, innerWidth - box.x), height: 3 },
  }
}

function cardLanding(
  editor: Editor,
  cards: readonly CardId[],
  { under, at }: { readonly under: Element; readonly at: Point },
): Landing | undefined {
  const place = under.closest<HTMLElement>('[data-cell]')
  const cell = place ? cellOf(editor, place.dataset['cell'] ?? '') : undefined
  if (!place || !cell) return undefined
  const boxes = [...place.querySelectorAll<HTMLElement>('[data-card]')].map((card) => ({
    id: card.dataset['card'] as CardId,
    box: card.getBoundingClientRect(),
  }))
  const target = boxes.find(({ box }) => at.clientY < box.y + box.height / 2 && at.clientX <= box.right)
  const before = cell.cards.find((id) => id === target?.id) ?? null
  const room = place.getBoundingClientRect()
  const last = boxes.at(-1)?.box
  const line = target
    ? { x: target.box.x, y: target.box.y - 4, width: target.box.width, height: 3 }
    : { x: last?.x ?? room.x, y: (last?.bottom ?? room.y) + 2, width: last?.width ?? room.width - 8, height: 3 }
  return {
    drop: () => (before === null || !cards.includes(before) ? moveCards(editor, cards, placeIn(editor, cell, before)) : undefined),
    line,
  }
}

function headLanding(head: HTMLElement | null, at: Point, run: (id: string, after: boolean) => void): Landing | undefined {
  const id = head?.dataset['stage'] ?? head?.dataset['step']
  if (!head || id === undefined) return undefined
  const box = head.getBoundingClientRect()
  const after = at.clientX > box.x + box.width / 2
  return { drop: () => run(id, after), line: { x: (after ? box.right : box.x) - 3, y: box.y, width: 3, height: box.height } }
}

const edge = 48
/** Scrolls while something is held near an edge of the sheet. */
function scrollAtEdges(sheet: HTMLElement, at: Point): void {
  const box = sheet.getBoundingClientRect()
  const push = (near: number, far: number): number => (near < edge ? -14 : far < edge ? 14 : 0)
  sheet.scrollBy(push(at.clientX - box.x, box.right - at.clientX), push(at.clientY - box.y, box.bottom - at.clientY))
}
