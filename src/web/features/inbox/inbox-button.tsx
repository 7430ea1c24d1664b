import './inbox.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { plural } from '../../../exports/format.ts'
import { inboxQuery } from './inbox-queries.ts'

/** The way to the inbox, with how much of it is unread. */
export function InboxButton() {
  const unread = useQuery(inboxQuery(0, 1)).data?.unread ?? 0
  return (
    <Link
      to="/inbox"
      className="icon-button inbox-button"
      aria-label={unread === 0 ? 'Inbox' : `Inbox, ${plural(unread, 'unread line')}`}
      title="Inbox"
      activeProps={{ 'aria-current': 'page' }}
    >
      <Bell size={17} aria-hidden />
      {unread > 0 ? (
        <span className="inbox-count numeric" aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  )
}
