import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, type RefObject } from 'react'
import type { PutEvidence } from '../../../contract/evidence.ts'
import type { DraggedEvidence } from './evidence-payload.ts'

/** Lets an element be dragged onto a card. What can be dragged can always be put there by a button too. */
export function useDragEvidence(ref: RefObject<HTMLElement | null>, payload: PutEvidence, mapId = ''): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const data: DraggedEvidence = { type: 'wend/evidence', mapId, payload }
    return draggable({ element, getInitialData: () => data })
  }, [ref, payload, mapId])
}
