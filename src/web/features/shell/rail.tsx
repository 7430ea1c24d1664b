import { Link, useLocation } from '@tanstack/react-router'
import {
  CircleHelp,
  Compass,
  FileInput,
  Highlighter,
  Lightbulb,
  LockKeyhole,
  Map as MapIcon,
  Search,
  UsersRound,
  Waypoints,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Workspace } from '../../../contract/workspace.ts'
import { formatPeriod, formatShort } from '../../../exports/format.ts'
import { IconButton } from '../../ui/button.tsx'
import { InboxButton } from '../inbox/inbox-button.tsx'
import { WhoAmI } from '../people/who-am-i.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { WendMark } from './wend-mark.tsx'

export interface RailProps {
  readonly workspace: Workspace | undefined
  readonly onSearch: () => void
  readonly onHelp: () => void
}

export function Rail({ workspace, onSearch, onHelp }: RailProps) {
  return (
    <header className="rail">
      <div className="rail-brand">
        <WendMark />
        <div className="rail-names">
          <span className="rail-name">Wend</span>
          <span className="rail-workspace">{workspace?.name ?? '…'}</span>
        </div>
        <div className="rail-tools rail-tools-phone">
          <Tools onSearch={onSearch} onHelp={onHelp} />
        </div>
      </div>
      <nav className="rail-nav" aria-label="Main">
        <RailLink to="/maps" icon={<MapIcon size={18} aria-hidden />}>
          Map
        </RailLink>
        <RailLink to="/explore" icon={<Compass size={18} aria-hidden />}>
          Explore
        </RailLink>
        <Link to="/explore/$view" params={{ view: 'insights' }} className="rail-link" activeOptions={{ includeSearch: false }}>
          <Lightbulb size={18} aria-hidden />
          <span>Insights</span>
        </Link>
        <RailLink to="/personas" icon={<UsersRound size={18} aria-hidden />}>
          Personas
        </RailLink>
        <RailLink to="/touchpoints" icon={<Waypoints size={18} aria-hidden />}>
          Touchpoints
        </RailLink>
        <RailLink to="/research" icon={<Highlighter size={18} aria-hidden />}>
          Research
        </RailLink>
        <RailLink to="/import" icon={<FileInput size={18} aria-hidden />}>
          Import
        </RailLink>
      </nav>
      <button type="button" className="rail-search" onClick={onSearch}>
        <Search size={15} aria-hidden />
        <span>Search</span>
        <kbd>/</kbd>
      </button>
      <div className="rail-foot">
        {workspace && !workspace.empty ? <DataSummary workspace={workspace} /> : null}
        <p className="rail-open">
          <LockKeyhole size={13} aria-hidden />
          <span>This Wend is open to this computer only. There is no sign-in yet.</span>
        </p>
        <WhoAmI />
        <div className="rail-tools">
          <Tools onHelp={onHelp} />
        </div>
      </div>
    </header>
  )
}

function Tools({ onSearch, onHelp }: { readonly onSearch?: () => void; readonly onHelp: () => void }) {
  return (
    <>
      <InboxButton />
      <ThemeSwitch />
      {onSearch ? (
        <IconButton label="Search" onPress={onSearch}>
          <Search size={17} aria-hidden />
        </IconButton>
      ) : null}
      <IconButton label="Keyboard shortcuts" onPress={onHelp}>
        <CircleHelp size={17} aria-hidden />
      </IconButton>
    </>
  )
}

function RailLink({
  to,
  icon,
  children,
}: {
  readonly to: '/maps' | '/explore' | '/personas' | '/touchpoints' | '/import' | '/research'
  readonly icon: ReactNode
  readonly children: ReactNode
}) {
  const onInsights = useLocation({ select: ({ pathname }) => pathname === '/explore/insights' })
  return (
    // Insights is a page of Explore with a link of its own.
    <Link to={to} className="rail-link" activeOptions={{ exact: to === '/explore' && onInsights }}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}

function DataSummary({ workspace }: { readonly workspace: Workspace }) {
  return (
    <dl className="rail-data">
      <div>
        <dt>Customers</dt>
        <dd>{formatShort(workspace.customers)}</dd>
      </div>
      <div>
        <dt>Events</dt>
        <dd>{formatShort(workspace.events)}</dd>
      </div>
      <div className="rail-period">
        <dt>Period</dt>
        <dd>{formatPeriod(workspace.from, workspace.to)}</dd>
      </div>
    </dl>
  )
}
