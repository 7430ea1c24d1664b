import { useMemo } from 'react'
import type { Card, JourneyMap } from '../../../journey/map.ts'
import { useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { LiveStore } from '../../canvas/live-store.ts'
import { entryAt, rootsOf } from '../../../document/roots.ts'
import { isComputed } from '../../../document/read-card.ts'
import { Button } from '../../ui/button.tsx'
import { keepMarks } from './keep-marks.ts'
import { Kept } from './kept-field.tsx'
import { OwnFields } from './own-fields.tsx'

/** What a person may change about a card: its note or text, its own numbers, owner, for whom it speaks, and what it is marked as. */
export function CardForm({ card, personas }: { readonly card: Card; readonly personas: JourneyMap['personas'] }) {
  const editor = useEditor()
  useSignal(editor, 'mode')
  const computed = useMemo(() => isComputedCard(editor.store, card), [editor.store, card])
  if (!editor.canEdit) return null
  const { body } = card
  const text = body.kind === 'text' && !computed ? body.text : (card.note ?? '')
  const marks = body.kind === 'text' && !computed ? body.marks : card.noteMarks
  return (
    <section className="card-form" aria-label="Change the card">
      <Kept
        label={body.kind === 'text' && !computed ? 'Text' : 'Note'}
        rows={3}
        value={text}
        onSave={(next) => editor.apply('Text', [{ kind: 'set-text', card: card.id, text: next, marks: keepMarks(text, next, marks) }])}
      />
      <OwnFields card={card} computed={computed} />
      <Kept
        label="Owner"
        value={card.owner ?? ''}
        onSave={(owner) => editor.apply('Owner', [{ kind: 'set-owner', card: card.id, owner: owner === '' ? null : owner }])}
      />
      <CardPersonas card={card} personas={personas} />
      <CardFlags card={card} />
    </section>
  )
}

function isComputedCard(store: unknown, card: Card): boolean {
  if (!(store instanceof LiveStore)) return card.evidence.length > 0
  const roots = rootsOf(store.doc)
  const entry = entryAt(roots.cards, card.id)
  return entry !== undefined && isComputed(roots, entry)
}

/** Which personas the card speaks for; none marked: all of them. */
function CardPersonas({ card, personas }: { readonly card: Card; readonly personas: JourneyMap['personas'] }) {
  const editor = useEditor()
  if (personas.length === 0) return null
  const on = card.personas ?? []
  const set = (id: string, speaks: boolean): void => {
    const next = speaks ? [...on, id] : on.filter((one) => one !== id)
    editor.apply('Personas of a card', [{ kind: 'set-card-personas', card: card.id, personas: next }])
  }
  return (
    <fieldset className="card-personas">
      <legend className="field-label">{on.length === 0 ? 'Speaks for everybody; only for:' : 'Speaks for'}</legend>
      {personas.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={on.includes(id)} onChange={(event) => set(id, event.target.checked)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

function CardFlags({ card }: { readonly card: Card }) {
  const editor = useEditor()
  const flag = (name: string, kind: 'pinned' | 'hidden' | 'assumed', on: boolean): void =>
    void editor.apply(name, [{ kind: 'flag-cards', cards: [card.id], flag: kind, on }])
  const next = card.findOut === 'open' ? 'done' : card.findOut === 'done' ? null : 'open'
  return (
    <div className="row">
      <Button small onPress={() => flag(card.pinned ? 'Unpin a card' : 'Pin a card', 'pinned', !card.pinned)}>
        {card.pinned ? 'Unpin' : 'Pin'}
      </Button>
      <Button
        small
        onPress={() => {
          flag(card.hidden ? 'Show a card' : 'Hide a card', 'hidden', !card.hidden)
          if (!card.hidden) editor.say('Hidden. “Show hidden” above the map brings it into sight; Ctrl+Z takes this back.')
        }}
      >
        {card.hidden ? 'Show again' : 'Hide'}
      </Button>
      <Button small onPress={() => flag('Mark as assumed', 'assumed', !card.assumed)}>
        {card.assumed ? 'No longer assumed' : 'Mark as assumed'}
      </Button>
      {card.standing.kind === 'assumed' || card.findOut ? (
        <Button small onPress={() => editor.apply('To find out', [{ kind: 'set-find-out', card: card.id, state: next }])}>
          {card.findOut === 'open' ? 'Found out' : card.findOut === 'done' ? 'Clear “found out”' : 'Find out'}
        </Button>
      ) : null}
    </div>
  )
}
