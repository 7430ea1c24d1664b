import './explore.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { workspaceQuery } from '../../api/queries.ts'
import { Empty, Skeleton } from '../../ui/empty.tsx'
import { exploreViews, type ExploreView } from './explore-views.ts'
import { FilterBar } from './filter-bar.tsx'
import { KeyNumbers } from './key-numbers.tsx'
import { MembersDialog } from './members-dialog.tsx'
import { useDefinition, useExplore } from './use-explore.ts'

const views = {
  river: lazy(() => import('./river-view.tsx').then((module) => ({ default: module.RiverView }))),
  graph: lazy(() => import('./graph-view.tsx').then((module) => ({ default: module.GraphView }))),
  funnel: lazy(() => import('./funnel-view.tsx').then((module) => ({ default: module.FunnelView }))),
  variants: lazy(() => import('./variants-view.tsx').then((module) => ({ default: module.VariantsView }))),
  touchpoints: lazy(() => import('./touchpoints-view.tsx').then((module) => ({ default: module.TouchpointsView }))),
  trend: lazy(() => import('./trend-view.tsx').then((module) => ({ default: module.TrendView }))),
  customer: lazy(() => import('./customer-view.tsx').then((module) => ({ default: module.CustomerView }))),
  archetypes: lazy(() => import('../archetypes/archetypes-view.tsx').then((module) => ({ default: module.ArchetypesView }))),
  emotion: lazy(() => import('../emotion/emotion-view.tsx').then((module) => ({ default: module.EmotionView }))),
  outlook: lazy(() => import('../outlook/outlook-view.tsx').then((module) => ({ default: module.OutlookView }))),
  channels: lazy(() => import('../channels/channels-view.tsx').then((module) => ({ default: module.ChannelsView }))),
  accounts: lazy(() => import('../accounts/accounts-view.tsx').then((module) => ({ default: module.AccountsView }))),
  compare: lazy(() => import('../compare/compare-view.tsx').then((module) => ({ default: module.CompareView }))),
  changes: lazy(() => import('../changes/changes-view.tsx').then((module) => ({ default: module.ChangesView }))),
  plan: lazy(() => import('../plan/plan-view.tsx').then((module) => ({ default: module.PlanView }))),
  insights: lazy(() => import('../insights/insights-view.tsx').then((module) => ({ default: module.InsightsView }))),
  themes: lazy(() => import('../themes/themes-view.tsx').then((module) => ({ default: module.ThemesView }))),
} as const satisfies Record<ExploreView, unknown>

const route = getRouteApi('/explore/$view')

export function ExplorePage() {
  const view = route.useParams().view as ExploreView
  const { search, change } = useExplore()
  const { definition } = useDefinition()
  const workspace = useQuery(workspaceQuery)
  const View = views[view]
  const { open: _open, with: _with, ...kept } = search
  if (workspace.data?.empty) return <NothingYet />
  return (
    <div className="page explore">
      <title>{`${exploreViews.find((one) => one.view === view)?.title ?? 'Explore'} · Wend`}</title>
      <h1 className="visually-hidden">Explore: {exploreViews.find((one) => one.view === view)?.title}</h1>
      <nav className="tabs" aria-label="Ways to look">
        {exploreViews.map((one, place) => (
          <Link
            key={one.view}
            to="/explore/$view"
            params={{ view: one.view }}
            search={kept}
            className={place > 0 && one.group !== exploreViews[place - 1]?.group ? 'tab tab-after-gap' : 'tab'}
            ref={one.view === view ? intoSight : undefined}
            activeOptions={{ includeSearch: false }}
          >
            {one.title}
          </Link>
        ))}
      </nav>
      {view === 'customer' ? null : (
        <>
          <FilterBar />
          <KeyNumbers />
        </>
      )}
      <Suspense fallback={<Skeleton rows={10} />}>
        <View />
      </Suspense>
      {search.open ? <MembersDialog list={search.open} definition={definition} onClose={() => change({ open: undefined })} /> : null}
    </div>
  )
}

/** On a phone the tabs are wider than the page: the chosen one is brought into sight. */
const intoSight = (tab: HTMLElement | null): void => {
  const bar = tab?.parentElement
  if (tab && bar && bar.scrollWidth > bar.clientWidth)
    bar.scrollLeft = tab.offsetLeft - bar.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2
}

function NothingYet() {
  return (
    <div className="page">
      <Empty
        title="There is nothing to explore yet"
        actions={
          <Link to="/import" className="button button-primary">
            Import files
          </Link>
        }
      >
        <p>
          Explore shows the paths that customers really take: where they come from, where they turn, where they leave, and how long it
          takes.
        </p>
        <p>It needs events: who, where and when. An export of a web-analytics tool, a CRM, a help desk or a shop will do.</p>
      </Empty>
    </div>
  )
}
