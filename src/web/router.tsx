import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { mapQuery } from './api/queries.ts'
import { queryClient } from './api/query-client.ts'
import { readExploreSearch } from './features/explore/explore-search.ts'
import { isExploreView } from './features/explore/explore-views.ts'
import { readMapSearch } from './features/map/map-search.ts'
import { readCompareSearch, readPersonasSearch } from './features/personas/personas-search.ts'
import { CrashPage, NotFoundPage } from './features/shell/crash-page.tsx'
import { Shell } from './features/shell/shell.tsx'
import { Skeleton } from './ui/empty.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/maps', replace: true })
  },
})
const maps = createRoute({
  getParentRoute: () => root,
  path: '/maps',
  component: lazyRouteComponent(() => import('./features/portfolio/maps-page.tsx'), 'MapsPage'),
})
const map = createRoute({
  getParentRoute: () => root,
  path: '/maps/$map',
  validateSearch: readMapSearch,
  // The map comes while the page's own code does; the page says what went wrong.
  loader: ({ params }) => void queryClient.ensureQueryData(mapQuery(params.map)).catch(() => undefined),
  component: lazyRouteComponent(() => import('./features/map/map-page.tsx'), 'MapPage'),
})
const exploreHome = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  beforeLoad: () => {
    throw redirect({ to: '/explore/$view', params: { view: 'river' }, replace: true })
  },
})
const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore/$view',
  validateSearch: readExploreSearch,
  beforeLoad: ({ params }) => {
    if (!isExploreView(params.view)) throw redirect({ to: '/explore/$view', params: { view: 'river' }, replace: true })
  },
  component: lazyRouteComponent(() => import('./features/explore/explore-page.tsx'), 'ExplorePage'),
})
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./features/import/import-page.tsx'), 'ImportPage'),
})
const identity = createRoute({
  getParentRoute: () => root,
  path: '/identity',
  component: lazyRouteComponent(() => import('./features/identity/identity-page.tsx'), 'IdentityPage'),
})
const importOne = createRoute({
  getParentRoute: () => root,
  path: '/import/$number',
  component: lazyRouteComponent(() => import('./features/import/import-report-page.tsx'), 'ImportReportPage'),
})

const personas = createRoute({
  getParentRoute: () => root,
  path: '/personas',
  validateSearch: readPersonasSearch,
  component: lazyRouteComponent(() => import('./features/personas/personas-page.tsx'), 'PersonasPage'),
})
const personasCompare = createRoute({
  getParentRoute: () => root,
  path: '/personas/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./features/personas/compare-page.tsx'), 'ComparePage'),
})
const personaOne = createRoute({
  getParentRoute: () => root,
  path: '/personas/$persona',
  validateSearch: readPersonasSearch,
  component: lazyRouteComponent(() => import('./features/personas/persona-page.tsx'), 'PersonaPage'),
})
const touchpoints = createRoute({
  getParentRoute: () => root,
  path: '/touchpoints',
  component: lazyRouteComponent(() => import('./features/touchpoints/touchpoints-page.tsx'), 'TouchpointsPage'),
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./features/inbox/inbox-page.tsx'), 'InboxPage'),
})

const research = createRoute({
  getParentRoute: () => root,
  path: '/research',
  component: lazyRouteComponent(() => import('./features/research/research-page.tsx'), 'ResearchPage'),
})
const researchNote = createRoute({
  getParentRoute: () => root,
  path: '/research/$note',
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly highlight?: string } =>
    typeof search['highlight'] === 'string' ? { highlight: search['highlight'] } : {},
  component: lazyRouteComponent(() => import('./features/research/note-page.tsx'), 'NotePage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    maps,
    map,
    exploreHome,
    explore,
    imports,
    importOne,
    identity,
    inbox,
    research,
    researchNote,
    personas,
    personasCompare,
    personaOne,
    touchpoints,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: CrashPage,
  defaultPendingComponent: () => (
    <div className="page">
      <Skeleton />
    </div>
  ),
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
