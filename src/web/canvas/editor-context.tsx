import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Editor } from './editor.ts'

const EditorContext = createContext<Editor | undefined>(undefined)
export const EditorProvider = EditorContext.Provider

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('This is drawn outside of the editor.')
  return editor
}

/** Draws again when something about `key` changes: a card, a cell, or a part such as `layout`. */
export function useSignal(editor: Editor, key: string): number {
  const listen = useCallback((listener: () => void) => editor.signals.listen(key, listener), [editor, key])
  const version = useCallback(() => editor.signals.version(key), [editor, key])
  return useSyncExternalStore(listen, version)
}
