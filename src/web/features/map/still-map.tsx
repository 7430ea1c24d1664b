import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { JourneyMap } from '../../../journey/map.ts'
import { Editor } from '../../canvas/editor.ts'
import { EditorProvider } from '../../canvas/editor-context.tsx'
import { stillStore } from '../../canvas/map-store.ts'
import { View } from '../../canvas/view-state.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { formatMoment } from '../../ui/zone-time.ts'
import { useMay } from '../people/people-queries.ts'
import { useVersionAction, versionQuery } from '../versions/version-queries.ts'
import { versionTitle } from '../versions/version-words.ts'
import { MapBody } from './map-body.tsx'
import { MapHead } from './map-head.tsx'

const route = getRouteApi('/maps/$map')

/** An editor of a map that nobody can change: an earlier version, or a reading for one persona. */
export const useStillEditor = (map: JourneyMap | undefined): Editor | undefined =>
  useMemo(() => (map ? new Editor(stillStore(map)) : undefined), [map])

/** The map as it was in an earlier version, to look at in all its forms. */
export function VersionPage({ mapId, version }: { readonly mapId: string; readonly version: string }) {
  const navigate = route.useNavigate()
  const query = useQuery(versionQuery(mapId, version))
  const restore = useVersionAction(mapId)
  const may = useMay('edit-map')
  const back = (): void => void navigate({ search: ({ version: _version, card: _card, ...rest }) => rest })
  const map = query.data?.map
  return (
    <div className="map-page">
      {query.isError ? <ProblemNotice error={query.error} /> : null}
      <div className="still-bar" role="status">
        <History size={16} aria-hidden />
        <p>
          {query.data ? (
            <>
              <strong>{versionTitle(query.data)}</strong>, {formatMoment(query.data.at)}. You look at the map as it was then; nothing here
              can be changed.
            </>
          ) : (
            'Opening the earlier version …'
          )}
        </p>
        <Button small onPress={back}>
          Back to the map now
        </Button>
        {may && query.data ? (
          <Button small isDisabled={restore.isPending} onPress={() => restore.mutate({ kind: 'restore', version }, { onSuccess: back })}>
            Restore this version
          </Button>
        ) : null}
      </div>
      {restore.isError ? <ProblemNotice error={restore.error} /> : null}
      {map ? <VersionMap mapId={mapId} map={map} /> : query.isError ? null : <Skeleton rows={12} label="Opening the earlier version" />}
    </div>
  )
}

function VersionMap({ mapId, map }: { readonly mapId: string; readonly map: JourneyMap }) {
  const editor = useStillEditor(map)
  const [view] = useState(() => new View(mapId))
  const context = useMemo(() => (editor ? { editor, view } : undefined), [editor, view])
  if (!context) return null
  return (
    <EditorProvider value={context}>
      <title>{`${map.title}, earlier · Wend`}</title>
      <MapHead mapId={mapId} map={map} still />
      <MapBody mapId={mapId} />
    </EditorProvider>
  )
}
