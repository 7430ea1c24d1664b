import './shell.css'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { RouterProvider as AriaRouter } from 'react-aria-components'
import { workspaceQuery } from '../../api/queries.ts'
import { OfflineBar } from './offline-bar.tsx'
import { Rail } from './rail.tsx'
import type { Destination } from './shortcuts.ts'
import { useShortcuts } from './use-shortcuts.ts'

const SearchDialog = lazy(() => import('./search-dialog.tsx').then((module) => ({ default: module.SearchDialog })))
// Dialogs bring their own machinery: it is fetched when the first one opens.
const HelpDialog = lazy(() => import('./help-dialog.tsx').then((module) => ({ default: module.HelpDialog })))
const addresses = { maps: '/maps', explore: '/explore', import: '/import' } as const satisfies Record<Destination, string>

/** The frame around every page: where one is, what is stored, and the way to everything else. */
export function Shell() {
  const navigate = useNavigate()
  const workspace = useQuery(workspaceQuery)
  const [open, setOpen] = useState<'search' | 'help' | 'none'>('none')
  useShortcuts((action) => {
    if (action.kind === 'go') void navigate({ to: addresses[action.to] })
    else setOpen(action.kind)
  })
  const close = (): void => setOpen('none')
  return (
    <AriaRouter navigate={(to) => void navigate({ to })}>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <div className="shell">
        <Rail workspace={workspace.data} onSearch={() => setOpen('search')} onHelp={() => setOpen('help')} />
        <main id="content" className="content" tabIndex={-1}>
          <OfflineBar />
          <Outlet />
        </main>
      </div>
      {open === 'help' ? (
        <Suspense>
          <HelpDialog isOpen onClose={close} />
        </Suspense>
      ) : null}
      {open === 'search' ? (
        <Suspense>
          <SearchDialog onClose={close} />
        </Suspense>
      ) : null}
    </AriaRouter>
  )
}
