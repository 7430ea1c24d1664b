import { useEffect, useMemo, useState } from 'react'
import type { Edit, OwnBody } from '../../../journey/edit.ts'
import type { CardId } from '../../../journey/map.ts'
import { stopOfCard, newBody, placeIn } from '../actions/card-actions.ts'
import { choosePicture } from '../actions/pictures.ts'
import { useEditor } from '../editor-context.tsx'
import type { Editor } from '../editor.ts'
import { newId } from '../new-id.ts'
import { only } from '../selection.ts'

interface SlashItem {
  readonly name: string
  readonly note: string
  readonly run: (editor: Editor, card: CardId) => void
}

const items: readonly SlashItem[] = [
  { name: 'Text', note: 'thoughts, needs, actions', run: (editor, card) => empty(editor, card) },
  {
    name: 'Touchpoint',
    note: 'a place where customer and company meet',
    run: (editor, card) => become(editor, card, newBody('touchpoints')),
  },
  { name: 'KPI', note: 'a number with a target', run: (editor, card) => become(editor, card, newBody('kpis')) },
  {
    name: 'Image',
    note: 'a screenshot or photo',
    run: (editor, card) =>
      choosePicture(
        (image, alt) => become(editor, card, { kind: 'image', image, alt }),
        (problem) => editor.say(problem, true),
      ),
  },
  {
    name: 'To find out',
    note: 'an assumption that somebody is to check',
    run: (editor, card) => (
      empty(editor, card),
      editor.apply('To find out', [
        { kind: 'flag-cards', cards: [card], flag: 'assumed', on: true },
        { kind: 'set-find-out', card, state: 'open' },
      ])
    ),
  },
]

/** What `/` offers in an empty card. Up and down choose, Enter takes, Escape leaves. */
export function SlashMenu({ card, query }: { readonly card: CardId; readonly query: string }) {
  const editor = useEditor()
  const [asked, setAsked] = useState(0)
  const shown = useMemo(() => items.filter((item) => item.name.toLowerCase().startsWith(query.trim().toLowerCase())), [query])
  const at = Math.min(asked, Math.max(0, shown.length - 1))
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const side = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (shown.length === 0 || (side === 0 && event.key !== 'Enter' && event.key !== 'Tab')) return
      event.preventDefault()
      event.stopPropagation()
      if (side !== 0) setAsked((at + side + shown.length) % shown.length)
      else shown[at]?.run(editor, card)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [editor, card, shown, at])
  return (
    <div className="slash-menu popover" role="listbox" aria-label="What this card is">
      {shown.map((item, index) => (
        <div key={item.name} role="option" aria-selected={index === at} className="listbox-item" data-focused={index === at || undefined}>
          <button type="button" tabIndex={-1} onPointerDown={(event) => (event.preventDefault(), item.run(editor, card))}>
            {item.name}
            <span className="menu-note">{item.note}</span>
          </button>
        </div>
      ))}
      {shown.length === 0 ? <div className="listbox-empty">Nothing has this name. Esc keeps what is typed.</div> : null}
    </div>
  )
}

function empty(editor: Editor, card: CardId): void {
  editor.apply('Text', [{ kind: 'set-text', card, text: '', marks: [] }])
}

/** Puts a card of another kind in the place of this one. */
function become(editor: Editor, card: CardId, body: OwnBody): void {
  const cell = stopOfCard(editor, card)?.cell
  if (!cell) return
  const id = newId<CardId>('card')
  const edits: Edit[] = [
    { kind: 'add-card', card: id, place: placeIn(editor, cell, card), body },
    { kind: 'remove-cards', cards: [card] },
  ]
  editor.fresh = undefined
  editor.edit(undefined)
  if (!editor.apply('New card', edits)) return
  editor.select(only(id))
  editor.moveTo({ kind: 'card', id })
  editor.onOpenCard(id)
}
