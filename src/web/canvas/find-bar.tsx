import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { CardId } from '../../journey/map.ts'
import { IconButton } from '../ui/button.tsx'
import { showCard } from './actions/show-card.ts'
import { useEditor, useSignal, useView } from './editor-context.tsx'
import { findCards } from './find-cards.ts'

/** Searching in the map, opened with Ctrl+F. */
export function FindBar() {
  const editor = useEditor()
  useSignal(editor, 'finding')
  return editor.finding ? <OpenFindBar /> : null
}

function OpenFindBar() {
  const editor = useEditor()
  const view = useView()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<CardId | undefined>()
  const version = useSignal(editor, 'whole')
  const found = useMemo(() => {
    void version
    return findCards(editor.rows, (id) => editor.store.card(id), text)
  }, [editor, text, version])
  const at = Math.max(0, asked === undefined ? 0 : found.indexOf(asked))
  const current = found[at]
  useEffect(() => editor.find(new Set(found), current), [editor, found, current])
  useEffect(() => {
    if (current !== undefined) showCard(editor, view, current)
  }, [editor, view, current])
  useEffect(() => {
    const again = (): void => field.current?.select()
    again()
    return editor.signals.listen('find again', again)
  }, [editor])
  const close = (): void => {
    editor.find(new Set(), undefined)
    editor.openFind(false)
    if (current !== undefined) editor.moveTo({ kind: 'card', id: current })
    requestAnimationFrame(() => editor.showFocus())
  }
  const go = (side: 1 | -1): void => setAsked(found[(at + side + found.length) % found.length])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && found.length > 0) go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="find-bar">
      <input
        ref={field}
        className="control"
        aria-label="Search in the map"
        placeholder="Words, notes, evidence"
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="small numeric find-count" role="status">
        {text.trim() === '' ? '' : found.length === 0 ? 'Nothing found' : `${at + 1} of ${found.length}`}
      </span>
      <IconButton bare label="Previous (Shift+Enter)" isDisabled={found.length === 0} onPress={() => go(-1)}>
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton bare label="Next (Enter)" isDisabled={found.length === 0} onPress={() => go(1)}>
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <IconButton bare label="Close the search" onPress={close}>
        <X size={16} aria-hidden />
      </IconButton>
    </search>
  )
}
