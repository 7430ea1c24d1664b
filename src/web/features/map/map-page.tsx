import './map.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
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
import { CardDrawer } from './card-drawer.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { MapHead } from './map-head.tsx'
import { MapPhone } from './map-phone.tsx'
import { MapSheet } from './map-sheet.tsx'
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
  const phone = usePhone()
  const [list, setList] = useState<OpenedList | undefined>()
  const { map } = record
  const openCard = useCallback((card: CardId) => void navigate({ search: (old) => ({ ...old, card }), resetScroll: false }), [navigate])
  const actions: MapActions = {
    openCard,
    openStream: (from, to, label) =>
      setList({ of: { question: 'flow', stages: stageGroups(map.stages) }, pick: { kind: 'flow', from, to, number: 'count' }, label }),
    openStage: (stage) =>
      setList({
        of: { question: 'stages', stages: stageGroups(map.stages) },
        pick: { kind: 'stage', stage: stage.id, number: 'journeys' },
        label: `Journeys that reach ${stage.name}`,
      }),
  }
  const card = map.cards.find((one) => one.id === search.card)
  const close = (): void => void navigate({ search: ({ card: _card, check: _check, ...rest }) => rest, resetScroll: false })
  return (
    <div className="map-page" data-view={search.view ?? 'map'}>
      <title>{`${record.title} · Wend`}</title>
      <MapHead record={record} />
      {search.view === 'table' ? (
        <MapTable map={map} onOpenCard={openCard} />
      ) : phone ? (
        <MapPhone map={map} actions={actions} />
      ) : (
        <MapSheet map={map} detail={search.detail} actions={actions} />
      )}
      {card ? <CardDrawer map={map} card={card} onClose={close} /> : null}
      {search.check ? <CheckDialog id={record.id} map={map} onOpenCard={openCard} onClose={close} /> : null}
      {list ? <MembersDialog list={list} definition={map.basis?.definition} onClose={() => setList(undefined)} /> : null}
    </div>
  )
}
