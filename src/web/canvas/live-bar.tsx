import { Minus, Plus, Redo2, Undo2 } from 'lucide-react'
import { useState, type CSSProperties } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { useEditor, useSignal, useView, useViewState } from './editor-context.tsx'
import { initials } from './grid/card-view.tsx'
import { useLiveState, type LiveState } from './live-state.ts'
import type { LiveStatus } from './live.ts'
import type { OpenedMap } from './use-open-map.ts'

/** Undo, zoom, who else is here, and whether everything is stored. */
export function LiveBar({ opened }: { readonly opened: OpenedMap }) {
  const editor = useEditor()
  const view = useView()
  const { zoom } = useViewState()
  useSignal(editor, 'undo')
  useSignal(editor, 'mode')
  const can = editor.canUndo
  return (
    <div className="live-bar">
      {editor.canEdit ? (
        <>
          <IconButton label="Undo (Ctrl+Z)" isDisabled={!can.undo} onPress={() => editor.undo()}>
            <Undo2 size={15} aria-hidden />
          </IconButton>
          <IconButton label="Redo (Ctrl+Shift+Z)" isDisabled={!can.redo} onPress={() => editor.redo()}>
            <Redo2 size={15} aria-hidden />
          </IconButton>
        </>
      ) : null}
      <span className="live-zoom">
        <IconButton label="Smaller (Ctrl+wheel)" onPress={() => view.zoomBy(-1)}>
          <Minus size={15} aria-hidden />
        </IconButton>
        <Button small look="quiet" onPress={() => view.set({ zoom: 1 })}>
          {Math.round(zoom * 100)} %
        </Button>
        <IconButton label="Larger (Ctrl+wheel)" onPress={() => view.zoomBy(1)}>
          <Plus size={15} aria-hidden />
        </IconButton>
      </span>
      <People state={opened.state} />
      <Saved state={opened.state} />
    </div>
  )
}

function People({ state }: { readonly state: LiveState }) {
  const { people } = useLiveState(state, 'people')
  const others = [...new Map(people.map((one) => [one.person.id, one.person])).values()]
  return (
    <span className="live-people">
      {others.slice(0, 6).map((one) => (
        <span
          key={one.id}
          className="avatar"
          style={{ '--person': one.colour } as CSSProperties}
          title={`${one.name} is here`}
          role="img"
          aria-label={`${one.name} is here`}
        >
          {initials(one.name)}
        </span>
      ))}
      {others.length > 6 ? <span className="small">and {others.length - 6} more</span> : null}
    </span>
  )
}

function Saved({ state }: { readonly state: LiveState }) {
  const { status } = useLiveState(state, 'status')
  return (
    <span className="live-state small" data-link={status.link} data-bad={status.trouble !== undefined || undefined} role="status">
      {sentence(status)}
    </span>
  )
}

function sentence(status: LiveStatus): string {
  const waiting = status.unsynced === 0 ? '' : `${status.unsynced} ${status.unsynced === 1 ? 'change' : 'changes'} not saved yet`
  if (status.trouble && status.trouble.kind !== 'refused') return [status.trouble.message, waiting].filter(Boolean).join(' ')
  if (status.link === 'offline')
    return waiting === '' ? 'Offline. What you change is kept in this browser.' : `Offline. ${waiting}; kept in this browser.`
  if (status.link === 'connecting') return 'Connecting …'
  if (status.readOnly) return 'You may look and comment'
  return waiting === '' ? 'Saved' : `${waiting} …`
}

/** A change that the server will not take: what was typed can be copied before it goes. */
export function RefusedNotice({ opened }: { readonly opened: OpenedMap }) {
  const [copied, setCopied] = useState(false)
  const { refused } = opened
  if (!refused) return null
  const text = refused.kept.join('\n\n')
  return (
    <div className="notice notice-bad refused" role="alert">
      <div className="notice-text">
        <p>{refused.message} The map was opened again as it is on the server.</p>
        {text === '' ? null : <textarea className="control prose" readOnly rows={4} aria-label="What you had typed" value={text} />}
      </div>
      {text === '' ? null : (
        <Button small onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? 'Copied' : 'Copy what I typed'}
        </Button>
      )}
      <Button small onPress={opened.dismiss}>
        Close
      </Button>
    </div>
  )
}

/** What was just done, read out and shown for a while. */
export function Said() {
  const editor = useEditor()
  useSignal(editor, 'said')
  const { said } = editor
  return (
    <div className="said-place" role="status" aria-live="polite">
      {said ? (
        <p key={said.number} className="said" data-bad={said.bad || undefined}>
          {said.text}
        </p>
      ) : null}
    </div>
  )
}
