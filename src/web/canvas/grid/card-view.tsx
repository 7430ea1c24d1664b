import { MessageSquare, Pin, Search as SearchIcon } from 'lucide-react'
import { lazy, memo, Suspense, type CSSProperties } from 'react'
import type { LivePresence } from '../../../contract/live.ts'
import { cardFace, cardSentence, type CardFace } from '../../../exports/card-face.ts'
import { emotionColour } from '../../../exports/look/colour.ts'
import type { Card, CardBody, CardId } from '../../../journey/map.ts'
import { usePalette } from '../../ui/theme.ts'
import { useEditor, useSignal } from '../editor-context.tsx'
import { pictureAddress } from '../picture-address.ts'
import { cardKey } from '../signals.ts'
import { NameField } from './name-field.tsx'
import { MarkedText } from '../text/marked-text.tsx'

export const loadTextEditor = () => import('../text/card-text-editor.tsx')
const CardTextEditor = lazy(() => loadTextEditor().then((module) => ({ default: module.CardTextEditor })))

/** One card: plain text until it is edited. It draws again only when something about this card changes. */
export const CardView = memo(function CardView({ id }: { readonly id: CardId }) {
  const editor = useEditor()
  useSignal(editor, cardKey(id))
  const card = editor.store.card(id)
  const palette = usePalette()
  if (!card) return null
  const face = cardFace(card)
  const editing = editor.editing?.kind === 'card' && editor.editing.id === id
  const selected = editor.selection.cards.has(id)
  const focused = editor.focus?.kind === 'card' && editor.focus.id === id
  const people = editor.peopleAt(id)
  const tone = face.tone === undefined ? {} : { '--tone': emotionColour(face.tone, palette) }
  const here = people[0] ? { '--person': people[0].person.colour } : {}
  return (
    <div
      id={`card-${id}`}
      data-card={id}
      data-standing={card.standing.kind}
      data-painful={face.painful || undefined}
      data-kind={card.body.kind}
      data-selected={selected || undefined}
      data-found={editor.found.cards.has(id) ? (editor.found.current === id ? 'current' : 'yes') : undefined}
      data-people={people.length > 0 || undefined}
      data-editing={editing || undefined}
      data-hidden-card={card.hidden || undefined}
      className="card"
      role="group"
      aria-roledescription="card"
      aria-label={labelOf(card, selected, people)}
      tabIndex={focused ? 0 : -1}
      style={{ ...tone, ...here } as CSSProperties}
    >
      {editing ? (
        <Suspense fallback={<CardText card={card} face={face} />}>
          {card.body.kind === 'text' ? null : <CardText card={card} face={face} />}
          <CardTextEditor card={id} />
        </Suspense>
      ) : card.body.kind === 'image' ? (
        <Picture card={card} body={card.body} face={face} />
      ) : (
        <CardText card={card} face={face} />
      )}
      <CardBadges card={card} comments={editor.comments.get(id) ?? 0} />
      {people.length > 0 ? <People people={people} /> : null}
    </div>
  )
})

function labelOf(card: Card, selected: boolean, people: readonly LivePresence[]): string {
  const words = cardSentence(card)
  const here = people.length === 0 ? [] : [`${people.map((one) => one.person.name).join(', ')} here`]
  return [words === '' ? 'Empty card' : words, card.standing.kind, ...(selected ? ['selected'] : []), ...here].join(', ')
}

function CardText({ card, face }: { readonly card: Card; readonly face: CardFace }) {
  const image = card.body.kind === 'image' ? pictureAddress(card.body.image) : undefined
  return (
    <>
      {image === undefined ? null : <img className="card-picture" src={image} alt="" loading="lazy" draggable={false} />}
      {face.tag === undefined ? null : <span className="card-tag">{face.tag}</span>}
      <span className="card-line">
        <span className="card-title">
          {card.body.kind === 'text' ? (
            <MarkedText text={card.body.text} marks={card.body.marks} empty="Nothing written yet" />
          ) : (
            face.title
          )}
        </span>
        {face.figure === undefined ? null : <span className="card-figure numeric">{face.figure}</span>}
      </span>
      {face.meter === undefined ? null : (
        <span className="card-meter">
          <span style={{ width: `${Math.min(1, face.meter) * 100}%` }} />
        </span>
      )}
      {face.tone === undefined ? null : (
        <span className="card-tone">
          <span style={{ insetInlineStart: `${((face.tone + 1) / 2) * 100}%` }} />
        </span>
      )}
      {face.detail === undefined ? null : <span className="card-detail">{face.detail}</span>}
      {card.note === undefined ? null : (
        <span className="card-note">
          <MarkedText text={card.note} marks={card.noteMarks} />
        </span>
      )}
    </>
  )
}

/** A picture; a new one asks what it shows, for who cannot see it. */
function Picture({
  card,
  body,
  face,
}: {
  readonly card: Card
  readonly body: Extract<CardBody, { kind: 'image' }>
  readonly face: CardFace
}) {
  const editor = useEditor()
  return (
    <NameField
      of="picture"
      id={card.id}
      name={body.alt}
      label="What does the picture show?"
      onSave={(alt) => editor.apply('Say what a picture shows', [{ kind: 'set-body', card: card.id, body: { ...body, alt } }])}
    >
      <CardText card={card} face={face} />
    </NameField>
  )
}

function CardBadges({ card, comments }: { readonly card: Card; readonly comments: number }) {
  const evidence = card.body.kind === 'text' ? card.evidence.length : 0
  if (comments === 0 && !card.pinned && card.findOut === undefined && evidence === 0) return null
  return (
    <span className="card-badges">
      {evidence > 0 ? <span title={`${evidence} pieces of evidence`}>{evidence === 1 ? '1 source' : `${evidence} sources`}</span> : null}
      {card.findOut === undefined ? null : (
        <span title={card.findOut === 'open' ? 'Somebody is to find out' : 'Found out'}>
          <SearchIcon size={11} aria-hidden /> {card.findOut === 'open' ? 'find out' : 'found out'}
        </span>
      )}
      {card.pinned ? <Pin size={11} aria-label="Pinned" /> : null}
      {comments > 0 ? (
        <span title="Open comments">
          <MessageSquare size={11} aria-hidden /> {comments}
        </span>
      ) : null}
    </span>
  )
}

function People({ people }: { readonly people: readonly LivePresence[] }) {
  return (
    <span className="card-people" aria-hidden>
      {people.slice(0, 3).map((one) => (
        <span key={one.person.id} style={{ '--person': one.person.colour } as CSSProperties} title={one.person.name}>
          {initials(one.person.name)}
        </span>
      ))}
    </span>
  )
}

/** Up to two letters for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '?'] = words[0] ?? ''
  const [last = ''] = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (first + last).toUpperCase()
}
