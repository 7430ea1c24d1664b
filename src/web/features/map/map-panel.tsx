import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { cardSentence } from '../../../exports/card-face.ts'
import { listRemoved } from '../../../document/removed.ts'
import type { CardId } from '../../../journey/map.ts'
import { useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { LiveStore } from '../../canvas/live-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { PersonasPanel } from '../personas/personas-panel.tsx'
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
  readonly onOpenCard: (card: CardId) => void
  readonly onClose: () => void
}

/** The panel that the address names. */
export function MapPanelOf({ mapId, panel, onOpenCard, onClose }: PanelProps) {
  const editor = useEditor()
  useSignal(editor, 'whole')
  if (panel === 'personas') {
    return (
      <SidePanel label="Personas" onClose={onClose}>
        <PersonasPanel mapId={mapId} onClose={onClose} placed={editor.store.frame().personas.map(({ id }) => id)} />
      </SidePanel>
    )
  }
  if (panel === 'assumptions') return <Assumptions onOpenCard={onOpenCard} onClose={onClose} />
  if (panel === 'removed') return <RemovedThings onClose={onClose} />
  return null
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
