import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CardId, Stage } from '../../../journey/map.ts'
import type { FlowEnd } from '../../../journey/member-pick.ts'
import { useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { Sheet } from '../../canvas/grid/sheet.tsx'
import { pictureAddress } from '../../canvas/picture-address.ts'
import { usePhone } from '../../ui/use-media.ts'
import type { OpenedList } from '../explore/explore-search.ts'
import { MembersDialog } from '../explore/members-dialog.tsx'
import { stageGroups } from '../explore/stage-groups.ts'
import { FlowForm } from '../map-forms/flow-form.tsx'
import { PersonaForm } from '../map-forms/persona-form.tsx'
import { StoryForm } from '../map-forms/story-form.tsx'
import { CardDrawer } from './card-drawer.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { MapPanelOf } from './map-panel.tsx'
import { MapPhone } from './map-phone.tsx'
import type { MapSearch } from './map-search.ts'
import { MapTable } from './map-table.tsx'

const route = getRouteApi('/maps/$map')

/** What the drawings of a map can ask to be opened. */
export interface MapActions {
  readonly openCard: (id: CardId) => void
  readonly openStream: (from: FlowEnd, to: FlowEnd, sentence: string) => void
  readonly openStage: (stage: Stage) => void
}

/** The map in the form that the address names, and what is open beside it. */
export function MapBody({ mapId }: { readonly mapId: string }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const editor = useEditor()
  const [list, setList] = useState<OpenedList | undefined>()
  const openCard = useCallback(
    (card: CardId) => void navigate({ search: ({ stage: _stage, ...old }) => ({ ...old, card }), resetScroll: false }),
    [navigate],
  )
  const actions = useMemo((): MapActions => {
    const groups = () => stageGroups(editor.store.layout().stages)
    return {
      openCard,
      openStream: (from, to, label) =>
        setList({ of: { question: 'flow', stages: groups() }, pick: { kind: 'flow', from, to, number: 'count' }, label }),
      openStage: (stage) =>
        setList({
          of: { question: 'stages', stages: groups() },
          pick: { kind: 'stage', stage: stage.id, number: 'journeys' },
          label: `Journeys that reach ${stage.name}`,
        }),
    }
  }, [editor, openCard])
  const { panel } = search
  useEffect(() => {
    // While evidence is picked, a click on a card says which card it is for.
    editor.serve({ onOpenCard: (card) => (panel === 'research' ? undefined : openCard(card)) })
  }, [editor, openCard, panel])
  const close = (): void => {
    const left = navigate({ search: (old) => closed(old), resetScroll: false })
    // The card that the panel was about has the focus again.
    void left.then(() => requestAnimationFrame(() => document.activeElement === document.body && editor.showFocus()))
  }
  return (
    <>
      <div className="map-body">
        <MapForm mapId={mapId} actions={actions} />
        <Beside mapId={mapId} search={search} onOpenCard={openCard} onClose={close} />
      </div>
      {search.check ? <CheckDialog id={mapId} map={editor.store.whole()} onOpenCard={openCard} onClose={close} /> : null}
      {list ? <MembersDialog list={list} definition={editor.store.frame().basis?.definition} onClose={() => setList(undefined)} /> : null}
    </>
  )
}

/** A card's comments close back to the card; anything else closes altogether. */
function closed({ panel, card, check: _check, stage: _stage, ...rest }: MapSearch): MapSearch {
  return panel === 'comments' && card !== undefined ? { ...rest, card } : rest
}

interface BesideProps {
  readonly mapId: string
  readonly search: MapSearch
  readonly onOpenCard: (card: CardId) => void
  readonly onClose: () => void
}
function Beside({ mapId, search, onOpenCard, onClose }: BesideProps) {
  const { card, panel, stage } = search
  const own = panel === 'comments' || panel === 'research'
  if (card !== undefined && !own) return <OpenCard id={card as CardId} onClose={onClose} />
  if (panel === undefined) return null
  const target =
    card !== undefined ? ({ kind: 'card', id: card } as const) : stage !== undefined ? ({ kind: 'stage', id: stage } as const) : null
  return <MapPanelOf mapId={mapId} panel={panel} target={target} onOpenCard={onOpenCard} onClose={onClose} />
}

/** The form of the map that the address names. */
function MapForm({ mapId, actions }: { readonly mapId: string; readonly actions: MapActions }) {
  const { view, detail } = route.useSearch()
  const phone = usePhone()
  if (view === undefined && !phone) return <Sheet mapId={mapId} detail={detail} actions={actions} />
  return <WholeForm actions={actions} />
}

/** Forms that are drawn from the whole map at once. */
function WholeForm({ actions }: { readonly actions: MapActions }) {
  const { view } = route.useSearch()
  const editor = useEditor()
  useSignal(editor, 'whole')
  const map = editor.store.whole()
  if (view === 'table') return <MapTable map={map} onOpenCard={actions.openCard} />
  if (view === 'story') return <StoryForm map={map} actions={actions} />
  if (view === 'flow') return <FlowForm map={map} actions={actions} />
  if (view === 'persona')
    return (
      <PersonaForm map={map} actions={actions} pictureOf={({ picture }) => (picture === undefined ? undefined : pictureAddress(picture))} />
    )
  return <MapPhone map={map} actions={actions} />
}

function OpenCard({ id, onClose }: { readonly id: CardId; readonly onClose: () => void }) {
  const editor = useEditor()
  useSignal(editor, `card ${id}`)
  useSignal(editor, 'mode')
  const card = editor.store.card(id)
  return card ? <CardDrawer key={id} map={editor.store.frame()} card={card} onClose={onClose} /> : null
}
