import { useEffect, type RefObject } from 'react'
import { addPictures } from '../actions/add-picture.ts'
import { cellOf } from '../actions/card-actions.ts'
import type { Editor } from '../editor.ts'

/** Picture files dropped on a cell, or on a card in it, become cards. */
export function usePictureDrop(sheet: RefObject<HTMLElement | null>, editor: Editor): void {
  useEffect(() => {
    const element = sheet.current
    if (!element) return undefined
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      // Else the browser would leave the map and show the file.
      event.preventDefault()
      const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null
      const cell = cellOf(editor, place?.dataset['cell'] ?? '')
      if (!editor.canEdit) editor.say('You may look at this map, but not change it.', true)
      else if (cell) void addPictures(editor, cell, Array.from(event.dataTransfer?.files ?? []))
      else editor.say('Drop the picture on a cell of a lane.', true)
    }
    element.addEventListener('dragover', onOver)
    element.addEventListener('drop', onDrop)
    return () => {
      element.removeEventListener('dragover', onOver)
      element.removeEventListener('drop', onDrop)
    }
  }, [sheet, editor])
}
