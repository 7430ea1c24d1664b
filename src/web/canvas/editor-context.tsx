import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Editor } from './editor.ts'
import type { Signals } from './signals.ts'
import type { View, ViewState } from './view-state.ts'

export interface OpenEditor {
  readonly editor: Editor
  readonly view: View
}
const EditorContext = createContext<OpenEditor | undefined>(undefined)
export const EditorProvider = EditorContext.Provider

function useOpen(): OpenEditor {
  const open = useContext(EditorContext)
  if (!open) throw new Error('This is drawn outside of the editor.')
  return open
}
export const useEditor = (): Editor => useOpen().editor
export const useView = (): View => useOpen().view

/** Draws again when something about `key` changes: a card, a cell, or a part such as `layout`. */
export const useSignal = (editor: Editor, key: string): number => useVersion(editor.signals, key)

/** How this person looks at the map; draws again when that changes. */
export function useViewState(): ViewState {
  const view = useView()
  useVersion(view.signals, 'view')
  return view.state
}

function useVersion(signals: Signals, key: string): number {
  const listen = useCallback((listener: () => void) => signals.listen(key, listener), [signals, key])
  const version = useCallback(() => signals.version(key), [signals, key])
  return useSyncExternalStore(listen, version)
}
