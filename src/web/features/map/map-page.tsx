import './map.css'
import { hasLostNumbers } from '../../../journey/lost-numbers.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { MapRecord } from '../../../contract/maps.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { mapQuery } from '../../api/queries.ts'
import { EditorProvider, useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { loadTextEditor } from '../../canvas/grid/card-view.tsx'
import { LiveBar, RefusedNotice, Said } from '../../canvas/live-bar.tsx'
import { useEditorKeys } from '../../canvas/use-editor-keys.ts'
import { useLiveTopic, useOpenMap } from '../../canvas/use-open-map.ts'
import { Skeleton } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useCommentCounts } from '../comments/comment-count.tsx'
import { inboxKey } from '../inbox/inbox-queries.ts'
import { PersonaLens } from '../personas/persona-lens.tsx'
import { usePersonaMap } from '../personas/use-persona-map.ts'
import { RefreshNotice } from '../refresh/refresh-notice.tsx'
import { MapBody } from './map-body.tsx'
import { MapHead } from './map-head.tsx'
import { useStillEditor, VersionPage } from './still-map.tsx'

const route = getRouteApi('/maps/$map')

export function MapPage() {
  const { map: id } = route.useParams()
  const { version } = route.useSearch()
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
  if (version !== undefined) return <VersionPage key={version} mapId={id} version={version} />
  return <OpenMap key={id} record={query.data} />
}

const isMissing = (error: unknown): boolean => error instanceof ProblemError && error.code === 'map_not_found'

function OpenMap({ record }: { readonly record: MapRecord }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const opened = useOpenMap(record.id, record.map)
  const { editor, view } = opened
  const { persona } = search
  // Read for a persona, the map is looked at with their numbers; it is changed as everybody's.
  const reading = useStillEditor(usePersonaMap(record.id, persona))
  const shown = reading ?? editor
  const context = useMemo(() => ({ editor: shown, view }), [shown, view])
  const comments = useCommentCounts(record.id)
  const client = useQueryClient()
  // A comment may mention whoever looks at the map.
  useLiveTopic(record.id, 'comments', () => void client.invalidateQueries({ queryKey: inboxKey }))
  useEditorKeys(editor, view)
  useEffect(() => shown.setComments(comments), [shown, comments])
  useEffect(() => {
    // The text editor is fetched while nobody waits for it.
    const soon = setTimeout(() => void loadTextEditor(), 1500)
    return () => clearTimeout(soon)
  }, [])
  useEffect(() => view.set({ persona: persona ?? null }), [view, persona])
  return (
    <EditorProvider value={context}>
      <div className="map-page" data-view={search.view ?? 'map'}>
        <LiveHead mapId={record.id} still={reading !== undefined} />
        <LiveBar opened={opened} />
        <RefusedNotice opened={opened} />
        <LiveRefresh mapId={record.id} />
        {persona === undefined ? null : (
          <PersonaLens
            mapId={record.id}
            persona={persona}
            onClose={() => void navigate({ search: ({ persona: _persona, ...rest }) => rest, resetScroll: false })}
          />
        )}
        <MapBody key={reading ? persona : ''} mapId={record.id} />
        <Said />
      </div>
    </EditorProvider>
  )
}

/** Whether people have changed what the numbers counted shows in the map as it is now. */
function LiveRefresh({ mapId }: { readonly mapId: string }) {
  const editor = useEditor()
  useSignal(editor, 'frame')
  return <RefreshNotice mapId={mapId} regrouped={hasLostNumbers(editor.store.frame())} />
}

/** The head with the title and numbers as they are now. */
function LiveHead({ mapId, still }: { readonly mapId: string; readonly still: boolean }) {
  const editor = useEditor()
  useSignal(editor, 'frame')
  const map = editor.store.frame()
  return (
    <>
      <title>{`${map.title} · Wend`}</title>
      <MapHead mapId={mapId} map={map} still={still} />
    </>
  )
}
