import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft, MessageSquare, X } from 'lucide-react'
import { useState } from 'react'
import { readFormer } from '../../../document/read-card.ts'
import { cardFace } from '../../../exports/card-face.ts'
import { formatDate } from '../../../exports/format.ts'
import { standings } from '../../../exports/tokens.ts'
import type { Card, JourneyMap } from '../../../journey/map.ts'
import { useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { LiveStore } from '../../canvas/live-store.ts'
import { pictureAddress } from '../../canvas/picture-address.ts'
import { MarkedText } from '../../canvas/text/marked-text.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { CustomerTimeline } from '../explore/customer-timeline.tsx'
import type { OpenedList } from '../explore/explore-search.ts'
import { MembersList } from '../explore/members-list.tsx'
import { CardForm } from './card-form.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { SidePanel } from './map-panel.tsx'

const route = getRouteApi('/maps/$map')

export interface CardDrawerProps {
  readonly map: JourneyMap
  readonly card: Card
  readonly onClose: () => void
}
/** How deep one has gone: the card, the list behind one of its numbers, one customer of that list. */
type Depth =
  | { readonly at: 'card' }
  | { readonly at: 'list'; readonly list: OpenedList }
  | { readonly at: 'customer'; readonly customer: string; readonly journey?: number; readonly list?: OpenedList }

/** What a card says and rests on, down to the line of the file. */
export function CardDrawer({ map, card, onClose }: CardDrawerProps) {
  const [depth, setDepth] = useState<Depth>({ at: 'card' })
  const back = (): void => setDepth(depth.at === 'customer' && depth.list ? { at: 'list', list: depth.list } : { at: 'card' })
  return (
    <SidePanel label={titleOf(map, card, depth)} onClose={onClose}>
      <div className="side-head">
        {depth.at === 'card' ? null : (
          <IconButton bare label="Back" onPress={back}>
            <ArrowLeft size={18} aria-hidden />
          </IconButton>
        )}
        <h2>{titleOf(map, card, depth)}</h2>
        <IconButton bare label="Close" onPress={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {depth.at === 'card' ? <CardDetails map={map} card={card} onDepth={setDepth} /> : null}
      {depth.at === 'list' ? (
        <MembersList
          list={depth.list}
          definition={depth.list.definition ?? map.basis?.definition}
          onCustomer={(customer, journey) => setDepth({ at: 'customer', customer, journey, list: depth.list })}
        />
      ) : null}
      {depth.at === 'customer' ? (
        <CustomerTimeline
          customer={depth.customer}
          {...(depth.journey === undefined ? {} : { journey: depth.journey })}
          definition={map.basis?.definition}
        />
      ) : null}
    </SidePanel>
  )
}

function titleOf(map: JourneyMap, card: Card, depth: Depth): string {
  if (depth.at === 'list') return depth.list.label
  if (depth.at === 'customer') return `Customer ${depth.customer}`
  const stage = map.stages.find((one) => one.id === card.stage)
  const step = stage?.steps.find((one) => one.id === card.step)
  return [map.lanes.find((lane) => lane.id === card.lane)?.name, stage?.name, step?.name].filter(Boolean).join(' · ')
}

interface CardDetailsProps extends Pick<CardDrawerProps, 'map' | 'card'> {
  readonly onDepth: (depth: Depth) => void
}
function CardDetails({ map, card, onDepth }: CardDetailsProps) {
  const { kind, n, asOf } = card.standing
  return (
    <div className="stack evidence">
      <Saying card={card} />
      <p className="evidence-standing">
        <span className="standing-sample" data-standing={kind} />
        <span>
          <strong>{standings[kind].label}</strong>: {standings[kind].meaning}.
          {n === undefined ? '' : ` It rests on ${n.toLocaleString('en')}.`}
          {asOf === undefined ? '' : ` Newest: ${formatDate(asOf)}.`}
        </span>
      </p>
      <Former card={card} />
      <Talk card={card} />
      <CardForm card={card} personas={map.personas} />
      <EvidenceList
        card={card}
        onList={(list) => onDepth({ at: 'list', list })}
        onCustomer={(customer) => onDepth({ at: 'customer', customer })}
      />
    </div>
  )
}

function Saying({ card }: { readonly card: Card }) {
  const face = cardFace(card)
  const { body } = card
  const image = body.kind === 'image' ? pictureAddress(body.image) : undefined
  return (
    <div>
      {face.tag === undefined ? null : <span className="card-tag">{face.tag}</span>}
      {image === undefined ? null : <img className="evidence-picture" src={image} alt={face.title} />}
      <p className="evidence-title" data-quoted={face.quoted || undefined}>
        {body.kind === 'text' ? <MarkedText text={body.text} marks={body.marks} empty="Nothing written yet" /> : face.title}
      </p>
      {face.figure === undefined ? null : <p className="evidence-figure numeric">{face.figure}</p>}
      {face.detail === undefined ? null : <p className="soft">{face.detail}</p>}
      {card.note === undefined ? null : (
        <p className="evidence-note">
          <MarkedText text={card.note} marks={card.noteMarks} />
        </p>
      )}
    </div>
  )
}

/** The way to what people say about the card. */
function Talk({ card }: { readonly card: Card }) {
  const editor = useEditor()
  useSignal(editor, 'comments')
  const navigate = route.useNavigate()
  const open = editor.comments.get(card.id) ?? 0
  return (
    <div>
      <Button small onPress={() => void navigate({ search: (old) => ({ ...old, panel: 'comments', card: card.id }), resetScroll: false })}>
        <MessageSquare size={14} aria-hidden />
        {open === 0 ? 'Comment on this card' : open === 1 ? '1 open thread' : `${open} open threads`}
      </Button>
    </div>
  )
}

/** What a computed card said before the map was last computed again. */
function Former({ card }: { readonly card: Card }) {
  const editor = useEditor()
  const was = editor.store instanceof LiveStore ? readFormer(editor.store.doc, card.id) : undefined
  if (!was) return null
  const face = cardFace({ body: was.body, standing: card.standing })
  return (
    <p className="note">
      Before the last refresh{was.at === null ? '' : ` (data up to ${formatDate(was.at)})`} it said:{' '}
      {[face.title, face.figure].filter(Boolean).join(' ')}
    </p>
  )
}
