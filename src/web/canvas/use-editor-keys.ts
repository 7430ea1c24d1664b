import { useEffect } from 'react'
import type { Editor } from './editor.ts'
import type { View } from './view-state.ts'

/** Keys that hold anywhere on the map's page, but not while a field is typed in: it has an undo of its own. */
export function useEditorKeys(editor: Editor, view: View): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && event.shiftKey) editor.redo()
      else if (key === 'z') editor.undo()
      else if (key === 'y') editor.redo()
      else if (key === '+' || key === '=') view.zoomBy(1)
      else if (key === '-') view.zoomBy(-1)
      else if (key === '0') view.set({ zoom: 1 })
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [editor, view])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
