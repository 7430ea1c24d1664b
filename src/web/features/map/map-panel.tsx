import { X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cardSentence } from '../../../exports/card-face.ts'
import { listRemoved } from '../../../document/removed.ts'
import type { CardId } from '../../../journey/map.ts'
import { unreachable } from '../../../journey/unreachable.ts'
import { useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { LiveStore } from '../../canvas/live-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { PersonasPanel } from '../personas/personas-panel.tsx'
import { ActivityList } from '../activity/activity-list.tsx'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import type { CommentTarget } from '../comments/comment-queries.ts'
import { ResearchPanel } from '../research/research-panel.tsx'
import { VersionsPanel } from '../versions/versions-panel.tsx'
import { citeEvidence } from '../../canvas/actions/clipboard.ts'
import type { MapPanel } from './map-search.ts'

/** A panel beside the map, which stays in reach. Escape closes it and gives the focus back. */
export function SidePanel({
  label,
  children,
  onClose,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly onClose: () => void
}) {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    ref.current?.focus()
    return () => {
      // The panel is still there when this runs; what had the focus before gets it once it is gone.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus()
      })
    }
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from anywhere inside
    <aside
      ref={ref}
      className="map-side"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </aside>
  )
}

export interface PanelProps {
  readonly mapId: string
  readonly panel: MapPanel
  /** What the comments are about; null: the whole map. */
  readonly target: CommentTarget | null
  readonly onOpenCard: (card: CardId) => void
  readonly onClose: () => void
}

/** The panel that the address names. */
export function MapPanelOf({ panel, ...rest }: PanelProps) {
  const { mapId, target, onOpenCard, onClose } = rest
  switch (panel) {
    case 'comments':
      return (
        <SidePanel key={target?.id} label="Comments" onClose={onClose}>
          <CommentsPanel mapId={mapId} target={target} onClose={onClose} />
        </SidePanel>
      )
    case 'versions':
      return (
        <SidePanel label="Versions" onClose={onClose}>
          <Versions mapId={mapId} onClose={onClose} />
        </SidePanel>
      )
    case 'research':
      return <Research mapId={mapId} onClose={onClose} />
    case 'personas':
      return <Personas mapId={mapId} onClose={onClose} />
    case 'assumptions':
      return <Assumptions onOpenCard={onOpenCard} onClose={onClose} />
    case 'removed':
      return <RemovedThings onClose={onClose} />
    default:
      return unreachable(panel)
  }
}

/** Earlier versions, and who changed what since. */
function Versions({ mapId, onClose }: Pick<PanelProps, 'mapId' | 'onClose'>) {
  const [part, setPart] = useState<'versions' | 'activity'>('versions')
  return (
    <>
      <Segmented
        label="What is shown"
        value={part}
        choices={[
          { value: 'versions', label: 'Versions' },
          { value: 'activity', label: 'Who changed what' },
        ]}
        onChange={setPart}
      />
      {part === 'versions' ? (
        <VersionsPanel mapId={mapId} onClose={onClose} />
      ) : (
        <>
          <Head title="Who changed what" onClose={onClose} />
          <ActivityList mapId={mapId} />
        </>
      )}
    </>
  )
}

function Research({ mapId, onClose }: Pick<PanelProps, 'mapId' | 'onClose'>) {
  const editor = useEditor()
  useSignal(editor, 'selection')
  useSignal(editor, 'mode')
  const [card] = editor.selection.cards
  const canCite = card !== undefined && editor.canEdit && editor.selection.cards.size === 1
  return (
    <SidePanel label="Research" onClose={onClose}>
      <ResearchPanel
        mapId={mapId}
        onClose={onClose}
        onCite={canCite ? (payload) => void citeEvidence(editor, { mapId, card, payload }) : undefined}
      />
    </SidePanel>
  )
}

function Personas({ mapId, onClose }: Pick<PanelProps, 'mapId' | 'onClose'>) {
  const editor = useEditor()
  useSignal(editor, 'frame')
  return (
    <SidePanel label="Personas" onClose={onClose}>
      <PersonasPanel mapId={mapId} onClose={onClose} placed={editor.store.frame().personas.map(({ id }) => id)} />
    </SidePanel>
  )
}

function Head({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  return (
    <div className="side-head">
      <h2>{title}</h2>
      <IconButton bare label="Close" onPress={onClose}>
        <X size={18} aria-hidden />
      </IconButton>
    </div>
  )
}

function Assumptions({ onOpenCard, onClose }: Pick<PanelProps, 'onOpenCard' | 'onClose'>) {
  const editor = useEditor()
  useSignal(editor, 'whole')
  const cards = editor.store
    .whole()
    .cards.filter((card) => !card.hidden && (card.standing.kind === 'assumed' || card.findOut !== undefined))
  return (
    <SidePanel label="Assumptions" onClose={onClose}>
      <Head title={`Assumptions (${cards.length})`} onClose={onClose} />
      <p className="small soft">What nobody has shown. “Find out” makes one a to-do; evidence on the card settles it.</p>
      <ul className="stack">
        {cards.map((card) => (
          <li key={card.id} className="spread">
            <button type="button" className="link-button" onClick={() => onOpenCard(card.id)}>
              {cardSentence(card) || 'Empty card'}
            </button>
            <Button
              small
              isDisabled={!editor.canEdit}
              onPress={() =>
                editor.apply('To find out', [{ kind: 'set-find-out', card: card.id, state: card.findOut === 'open' ? 'done' : 'open' }])
              }
            >
              {card.findOut === 'open' ? 'Found out' : card.findOut === 'done' ? 'Ask again' : 'Find out'}
            </Button>
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}

function RemovedThings({ onClose }: { readonly onClose: () => void }) {
  const editor = useEditor()
  useSignal(editor, 'whole')
  const removed = editor.store instanceof LiveStore ? listRemoved(editor.store.doc) : []
  return (
    <SidePanel label="Removed" onClose={onClose}>
      <Head title="Removed from this map" onClose={onClose} />
      {removed.length === 0 ? <p className="soft">Nothing was removed.</p> : null}
      <ul className="stack">
        {removed.map((one) => (
          <li key={`${one.kind} ${one.id}`} className="spread">
            <span>
              <span className="faint small">{one.kind}</span> {one.name || 'without words'}
            </span>
            <Button
              small
              isDisabled={!editor.canEdit}
              onPress={() => editor.apply('Restore', [{ kind: 'restore', what: one.kind, id: one.id }])}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
