import { useEffect } from 'react'
import type { Editor } from './editor.ts'
import { zoomToChosen } from './actions/zoom.ts'
import { commands } from './commands.ts'
import { offerCommands } from './open-commands.ts'
import type { View } from './view-state.ts'

/** Keys that hold anywhere on the map's page, but not while a field is typed in: it has an undo of its own. */
export function useEditorKeys(editor: Editor, view: View): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (event.defaultPrevented || event.altKey) return
      if (command && key === 'f' && !event.shiftKey && !inDialog()) {
        event.preventDefault()
        editor.edit(undefined)
        editor.openFind(true)
        return
      }
      if (isTyping(event.target)) return
      if (!command) {
        if (event.shiftKey && zoomKey(event.code, editor, view)) event.preventDefault()
        return
      }
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
    const offered = commands.flatMap(({ name, keys, run, edits }) =>
      run
        ? [
            {
              name,
              keys,
              run: () => (edits && !editor.canEdit ? editor.say('You may look at this map, but not change it.', true) : run(editor, view)),
            },
          ]
        : [],
    )
    const withdraw = offerCommands(offered)
    return () => {
      withdraw()
      window.removeEventListener('keydown', onKey)
    }
  }, [editor, view])
}

/** By where the key is: what Shift and a digit write differs from keyboard to keyboard. */
function zoomKey(code: string, editor: Editor, view: View): boolean {
  if (code === 'Digit1') editor.fitWidth()
  else if (code === 'Digit2') zoomToChosen(editor, view)
  else if (code === 'Digit3') view.set({ overview: !view.state.overview })
  else return false
  return true
}

const inDialog = (): boolean => document.querySelector('[role="dialog"][data-rac], .modal') !== null
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
