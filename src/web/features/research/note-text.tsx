import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { NoteRecord } from '../../../contract/research.ts'
import { HighlightForm } from './highlight-form.tsx'
import { markSegments, trimmedRange } from './mark-segments.ts'

export interface NoteTextProps {
  readonly note: NoteRecord
  /** The highlight that is looked at. */
  readonly chosen: string | undefined
  readonly may: boolean
  readonly onChoose: (highlight: string) => void
}
interface Picked {
  readonly from: number
  readonly to: number
  /** Where the form stands, in pixels from the top of the text. */
  readonly top: number
  readonly typing: boolean
}

const pending = 'pending'

/** The note's words with highlights drawn. Words are chosen by mouse, touch, or caret and Shift; H highlights them. */
export function NoteText({ note, chosen, may, onChoose }: NoteTextProps) {
  const box = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<Picked | undefined>()
  const marks = useMemo(() => note.marks.filter((mark) => !mark.lost), [note.marks])
  const segments = useMemo(
    () => markSegments(note.text.length, picked?.typing ? [...marks, { id: pending, ...picked }] : marks),
    [note.text, marks, picked],
  )
  const colours = useMemo(() => new Map(marks.map((mark) => [mark.id, mark.colour])), [marks])
  useEffect(() => {
    if (chosen !== undefined) words.current?.querySelector(`[data-marks~="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'center' })
  }, [chosen])
  const pick = (typing: boolean): void => {
    const range = words.current && box.current ? selected(words.current, note.text) : undefined
    setPicked(range && box.current ? { ...range, top: range.bottom - box.current.getBoundingClientRect().top + 6, typing } : undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'h' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      pick(true)
    } else if (event.key === 'Escape') setPicked(undefined)
  }
  const close = (): void => {
    setPicked(undefined)
    words.current?.focus({ preventScroll: true })
  }
  return (
    <section className="panel note-box" aria-label="Text" ref={box}>
      {may ? (
        <p className="small faint note-hint">
          Select words, then press <kbd>h</kbd> to highlight them.
        </p>
      ) : null}
      {/* Editable only so that there is a caret for choosing words by keyboard; every change is refused. */}
      <div
        ref={words}
        className="note-text"
        role="textbox"
        tabIndex={0}
        aria-label="Words of the note"
        aria-multiline
        aria-readonly
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        inputMode="none"
        lang={note.language || undefined}
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onCut={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onDragStart={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => event.shiftKey && may && pick(false)}
        onPointerUp={() => may && setTimeout(() => pick(false))}
        onClick={(event) => {
          const id = (event.target as HTMLElement).dataset['marks']?.split(' ').find((one) => one !== pending)
          if (id !== undefined && window.getSelection()?.isCollapsed) onChoose(id)
        }}
      >
        {segments.map(({ from, to, marks: over }) =>
          over.length === 0 ? (
            <span key={from}>{note.text.slice(from, to)}</span>
          ) : (
            <mark
              key={from}
              className="note-mark"
              data-marks={over.join(' ')}
              data-colour={colours.get(over.at(-1) ?? '') ?? 'pending'}
              data-chosen={(chosen !== undefined && over.includes(chosen)) || undefined}
            >
              {note.text.slice(from, to)}
            </mark>
          ),
        )}
      </div>
      {picked && may ? (
        <div className="note-popover" style={{ top: picked.top }}>
          <HighlightForm
            key={`${picked.from}-${picked.to}-${picked.typing}`}
            note={note}
            range={picked}
            focus={picked.typing}
            onClose={close}
          />
        </div>
      ) : null}
    </section>
  )
}

/** The selected words as offsets into the text, and where they end on screen. */
function selected(words: HTMLElement, text: string): { readonly from: number; readonly to: number; readonly bottom: number } | undefined {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return undefined
  const before = range.cloneRange()
  before.selectNodeContents(words)
  before.setEnd(range.startContainer, range.startOffset)
  const from = before.toString().length
  const trimmed = trimmedRange(text, from, from + range.toString().length)
  return trimmed && { ...trimmed, bottom: range.getBoundingClientRect().bottom }
}
