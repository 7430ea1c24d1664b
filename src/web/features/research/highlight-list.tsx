import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Highlight, NoteRecord } from '../../../contract/research.ts'
import { plural } from '../../../exports/format.ts'
import { request } from '../../api/request.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { PutOnCard } from '../evidence/put-on-card.tsx'
import type { NoteTextProps } from './note-text.tsx'
import { saidAt } from './said-at.ts'
import { TagsField, tagsIn } from './tags-field.tsx'

/** The highlights of a note in the order of its text, with the cards that cite each. */
export function HighlightList({ note, chosen, may, onChoose }: NoteTextProps) {
  const client = useQueryClient()
  const [removed, setRemoved] = useState<string | undefined>()
  const path = `/research/notes/${note.id}/highlights`
  const change = async (run: () => Promise<unknown>, gone?: string): Promise<void> => {
    await run()
    setRemoved(gone)
    await client.invalidateQueries({ queryKey: ['research'] })
  }
  return (
    <aside className="note-highlights" aria-label="Highlights">
      <h2>{note.marks.length === 0 ? 'Highlights' : plural(note.marks.length, 'highlight')}</h2>
      <div role="status" aria-live="polite">
        {removed === undefined ? null : (
          <p className="row small">
            The highlight is removed.
            <Button small onPress={() => void change(() => request(`${path}/${removed}/restore`, { method: 'POST' }))}>
              Undo
            </Button>
          </p>
        )}
      </div>
      {note.marks.length === 0 ? (
        <p className="soft">Nothing is highlighted yet. Mark what surprised you, what hurt, and what the customer wanted.</p>
      ) : null}
      <ol className="stack">
        {note.marks.map((mark) => (
          <Item
            key={mark.id}
            mark={mark}
            note={note}
            chosen={mark.id === chosen}
            may={may}
            onChoose={() => onChoose(mark.id)}
            onTags={(tags) => void change(() => request(`${path}/${mark.id}`, { method: 'PUT', body: { tags } }))}
            onRemove={() => void change(() => request(`${path}/${mark.id}`, { method: 'DELETE' }), mark.id)}
          />
        ))}
      </ol>
    </aside>
  )
}

interface ItemProps {
  readonly mark: Highlight
  readonly note: NoteRecord
  readonly chosen: boolean
  readonly may: boolean
  readonly onChoose: () => void
  readonly onTags: (tags: readonly string[]) => void
  readonly onRemove: () => void
}

function Item({ mark, note, chosen, may, onChoose, onTags, onRemove }: ItemProps) {
  const [tags, setTags] = useState<string | undefined>()
  const payload = useMemo(() => ({ kind: 'highlight', note: mark.note, highlight: mark.id }) as const, [mark.note, mark.id])
  const uses = note.uses.filter((use) => use.highlight === mark.id)
  const keep = (): void => {
    onTags(tagsIn(tags ?? ''))
    setTags(undefined)
  }
  return (
    <li className="panel highlight-item" data-colour={mark.colour} data-chosen={chosen || undefined}>
      <button type="button" className="highlight-quote" onClick={onChoose}>
        {mark.text}
      </button>
      <p className="small soft note-tags">
        {mark.lost ? <span className="tag highlight-lost">text changed</span> : null}
        {mark.saidAt === null ? null : <span className="numeric">{saidAt(mark.saidAt)}</span>}
        {mark.tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
        <span className="faint">{mark.by}</span>
      </p>
      {uses.map((use) => (
        <p key={use.map + use.card} className="small">
          On{' '}
          <Link to="/maps/$map" params={{ map: use.map }} search={{ card: use.card }}>
            {use.cardText || 'a card'}
          </Link>{' '}
          <span className="faint">({use.mapTitle})</span>
        </p>
      ))}
      {tags === undefined ? null : (
        <div className="row highlight-tags">
          <TagsField value={tags} onChange={setTags} onEnter={keep} />
          <Button small onPress={keep}>
            Save
          </Button>
        </div>
      )}
      {may ? (
        <div className="row highlight-actions">
          <PutOnCard compact payload={payload} what={`“${mark.text}”`} />
          <Button small look="quiet" onPress={() => setTags(tags === undefined ? mark.tags.join(', ') : undefined)}>
            Tags
          </Button>
          <IconButton label="Remove the highlight" onPress={onRemove}>
            <Trash2 size={15} aria-hidden />
          </IconButton>
        </div>
      ) : null}
    </li>
  )
}
