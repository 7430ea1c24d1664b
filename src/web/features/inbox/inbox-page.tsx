import './inbox.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { InboxLine } from '../../../contract/comments.ts'
import { AgoTime } from '../../ui/ago-time.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { PersonBadge } from '../people/person-badge.tsx'
import { inboxKey, inboxPage, inboxQuery, markAllRead, markRead } from './inbox-queries.ts'

/** Mentions of oneself, and replies where one takes part. */
export function InboxPage() {
  const [offset, setOffset] = useState(0)
  const client = useQueryClient()
  const inbox = useQuery(inboxQuery(offset))
  const mark = useMutation({
    mutationFn: (change: { readonly id: string; readonly read: boolean } | 'all') =>
      change === 'all' ? markAllRead() : markRead(change.id, change.read),
    onSettled: () => client.invalidateQueries({ queryKey: inboxKey }),
  })
  return (
    <div className="page inbox-page">
      <title>Inbox · Wend</title>
      <div className="page-head">
        <div>
          <h1>Inbox</h1>
          <p className="page-lead">Where somebody mentions you, or replies in a thread that you take part in.</p>
        </div>
        <Button isDisabled={(inbox.data?.unread ?? 0) === 0 || mark.isPending} onPress={() => mark.mutate('all')}>
          Mark all as read
        </Button>
      </div>
      {mark.isError ? <ProblemNotice error={mark.error} /> : null}
      <Loaded query={inbox}>
        {(list) =>
          list.total === 0 ? (
            <Empty title="Nothing here yet">
              <p>Open a map, comment on a card, and mention somebody with @: that person finds it here.</p>
            </Empty>
          ) : (
            <>
              <ul className="inbox-list panel">
                {list.rows.map((line) => (
                  <InboxItem key={line.id} line={line} onMark={(read) => mark.mutate({ id: line.id, read })} />
                ))}
              </ul>
              <Pager total={list.total} limit={inboxPage} offset={offset} onMove={setOffset} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function InboxItem({ line, onMark }: { readonly line: InboxLine; readonly onMark: (read: boolean) => void }) {
  const what = line.kind === 'mention' ? 'mentioned you' : 'replied'
  return (
    <li className="inbox-line" data-unread={!line.read || undefined}>
      <PersonBadge person={line.by} />
      <div className="inbox-text">
        <p>
          <strong>{line.by.name}</strong> {what} on{' '}
          {line.map.title === null ? (
            <span>{line.target.name}</span>
          ) : (
            <Link
              to="/maps/$map"
              params={{ map: line.map.id }}
              search={{ panel: 'comments', ...(line.target.kind === 'card' && { card: line.target.id }) } as never}
              onClick={() => !line.read && onMark(true)}
            >
              {line.target.kind === 'map' ? line.map.title : line.target.name}
            </Link>
          )}
          {line.target.kind === 'map' ? null : <span className="soft"> · {line.map.title ?? 'a map that was deleted'}</span>}
        </p>
        <p className="inbox-quote">{line.text}</p>
        <p className="faint small">
          <AgoTime at={line.at} />
        </p>
      </div>
      <Button small look="quiet" onPress={() => onMark(!line.read)}>
        {line.read ? 'Mark unread' : 'Mark read'}
      </Button>
      {line.read ? null : <span className="visually-hidden">Unread</span>}
    </li>
  )
}
