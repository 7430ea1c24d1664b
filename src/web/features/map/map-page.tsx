import './map.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { MapRecord } from '../../../contract/maps.ts'
import type { CardId, Stage } from '../../../journey/map.ts'
import type { FlowEnd } from '../../../journey/member-pick.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { mapQuery } from '../../api/queries.ts'
import { Skeleton } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { usePhone } from '../../ui/use-media.ts'
import type { OpenedList } from '../explore/explore-search.ts'
import { MembersDialog } from '../explore/members-dialog.tsx'
import { stageGroups } from '../explore/stage-groups.ts'
import { EditorProvider, useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { loadTextEditor } from '../../canvas/grid/card-view.tsx'
import { Sheet } from '../../canvas/grid/sheet.tsx'
import { LiveBar, RefusedNotice, Said } from '../../canvas/live-bar.tsx'
import { useEditorKeys } from '../../canvas/use-editor-keys.ts'
import { useOpenMap } from '../../canvas/use-open-map.ts'
import { FlowForm } from '../map-forms/flow-form.tsx'
import { PersonaForm } from '../map-forms/persona-form.tsx'
import { StoryForm } from '../map-forms/story-form.tsx'
import { RefreshNotice } from '../refresh/refresh-notice.tsx'
import { CardDrawer } from './card-drawer.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { MapHead } from './map-head.tsx'
import { MapPhone } from './map-phone.tsx'
import { MapPanelOf } from './map-panel.tsx'
import { MapTable } from './map-table.tsx'

const route = getRouteApi('/maps/$map')

export function MapPage() {
  const { map: id } = route.useParams()
  const query = useQuery(mapQuery(id))
  if (query.isError) {
    return (
      <div className="page">
        <ProblemNotice error={query.error} {...(isMissing(query.error) ? {} : { onRetry: () => void query.refetch() })} />
        <Link to="/maps">All maps</Link>
      </div>
    )
  }
  if (!query.data) {
    return (
      <div className="page">
        <Skeleton rows={12} label="Opening the map" />
      </div>
    )
  }
  return <OpenMap key={id} record={query.data} />
}

/** What the drawings of a map can ask to be opened. */
export interface MapActions {
  readonly openCard: (id: CardId) => void
  readonly openStream: (from: FlowEnd, to: FlowEnd, sentence: string) => void
  readonly openStage: (stage: Stage) => void
}

const isMissing = (error: unknown): boolean => error instanceof ProblemError && error.code === 'map_not_found'

function OpenMap({ record }: { readonly record: MapRecord }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const opened = useOpenMap(record.id, record.map)
  const { editor, view } = opened
  const [list, setList] = useState<OpenedList | undefined>()
  const context = useMemo(() => ({ editor, view }), [editor, view])
  const openCard = useCallback((card: CardId) => void navigate({ search: (old) => ({ ...old, card }), resetScroll: false }), [navigate])
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
  useEditorKeys(editor, view)
  useEffect(() => {
    editor.serve({ onOpenCard: openCard })
    // The text editor is fetched while nobody waits for it.
    const soon = setTimeout(() => void loadTextEditor(), 1500)
    return () => clearTimeout(soon)
  }, [editor, openCard])
  useEffect(() => view.set({ persona: search.persona ?? null }), [view, search.persona])
  const close = (): void => {
    const left = navigate({ search: ({ card: _card, check: _check, panel: _panel, ...rest }) => rest, resetScroll: false })
    // The card that the panel was about has the focus again.
    void left.then(() => requestAnimationFrame(() => document.activeElement === document.body && editor.showFocus()))
  }
  return (
    <EditorProvider value={context}>
      <div className="map-page" data-view={search.view ?? 'map'}>
        <title>{`${record.title} · Wend`}</title>
        <LiveHead record={record} />
        <LiveBar opened={opened} />
        <RefusedNotice opened={opened} />
        <RefreshNotice mapId={record.id} />
        <div className="map-body">
          <MapForm mapId={record.id} actions={actions} />
          {search.card === undefined ? null : <OpenCard id={search.card as CardId} onClose={close} />}
          {search.card === undefined && search.panel ? (
            <MapPanelOf mapId={record.id} panel={search.panel} onOpenCard={openCard} onClose={close} />
          ) : null}
        </div>
        {search.check ? <CheckDialog id={record.id} map={editor.store.whole()} onOpenCard={openCard} onClose={close} /> : null}
        {list ? <MembersDialog list={list} definition={editor.store.frame().basis?.definition} onClose={() => setList(undefined)} /> : null}
        <Said />
      </div>
    </EditorProvider>
  )
}

/** The head with the title and numbers as they are now. */
function LiveHead({ record }: { readonly record: MapRecord }) {
  const editor = useEditor()
  useSignal(editor, 'frame')
  const map = editor.store.frame()
  return <MapHead record={{ ...record, title: map.title, summary: map.summary, map }} />
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
  if (view === 'persona') return <PersonaForm map={map} actions={actions} />
  return <MapPhone map={map} actions={actions} />
}

function OpenCard({ id, onClose }: { readonly id: CardId; readonly onClose: () => void }) {
  const editor = useEditor()
  useSignal(editor, `card ${id}`)
  useSignal(editor, 'mode')
  const card = editor.store.card(id)
  return card ? <CardDrawer key={id} map={editor.store.frame()} card={card} onClose={onClose} /> : null
}
