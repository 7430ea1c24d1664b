import './comments.css'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { formatCount } from '../../../exports/format.ts'
import { IconButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useMay } from '../people/people-queries.ts'
import { CommentBox } from './comment-box.tsx'
import { countsQuery, threadsPage, threadsQuery, useCommentAction, type CommentTarget } from './comment-queries.ts'
import { ThreadItem } from './thread-item.tsx'

export interface CommentsPanelProps {
  readonly mapId: string
  /** What is commented on; null: all threads of the map, and new ones are about the map. */
  readonly target: CommentTarget | null
  readonly onClose: () => void
}

const placeholders = {
  card: 'Comment on this card, @ to mention',
  stage: 'Comment on this stage, @ to mention',
  map: 'Comment on the map, @ to mention',
}

/** Threads about one thing of the map, or all of them. */
export function CommentsPanel({ mapId, target, onClose }: CommentsPanelProps) {
  const [state, setState] = useState<'open' | 'resolved'>('open')
  const [everything, setEverything] = useState(false)
  const [offset, setOffset] = useState(0)
  const shownTarget = everything ? null : target
  const threads = useQuery(threadsQuery(mapId, { state, target: shownTarget, offset }))
  const counts = useQuery(countsQuery(mapId)).data?.rows ?? []
  const may = useMay('comment')
  const action = useCommentAction(mapId)
  const counted = counts.filter((row) => !shownTarget || (row.kind === shownTarget.kind && row.id === shownTarget.id))
  const sum = (of: 'open' | 'resolved'): string => formatCount(counted.reduce((total, row) => total + row[of], 0))
  const about: CommentTarget = shownTarget ?? { kind: 'map', id: mapId }
  const start = (text: string): Promise<boolean> =>
    action.mutateAsync({ kind: 'start', target: about, text }).then(
      () => (setState('open'), setOffset(0), true),
      () => false,
    )
  return (
    <section className="side-panel comments-panel" aria-label="Comments">
      <header className="side-panel-head">
        <h2>Comments</h2>
        <IconButton label="Close comments" onPress={onClose}>
          <X size={17} aria-hidden />
        </IconButton>
      </header>
      <div className="side-panel-tools">
        <Segmented
          label="Which threads"
          value={state}
          choices={[
            { value: 'open', label: `Open ${sum('open')}` },
            { value: 'resolved', label: `Resolved ${sum('resolved')}` },
          ]}
          onChange={(next) => {
            setState(next)
            setOffset(0)
          }}
        />
        {target ? (
          <label className="comments-all small">
            <input
              type="checkbox"
              checked={everything}
              onChange={(event) => {
                setEverything(event.target.checked)
                setOffset(0)
              }}
            />
            Whole map
          </label>
        ) : null}
      </div>
      {may ? (
        <div className="comments-new">
          <CommentBox
            key={`${about.kind} ${about.id}`}
            label={placeholders[about.kind]}
            action="Comment"
            placeholder={placeholders[about.kind]}
            busy={action.isPending}
            onSend={start}
          />
          {action.isError ? <ProblemNotice error={action.error} /> : null}
        </div>
      ) : null}
      <Loaded query={threads} rows={5}>
        {(list) => (
          <div className="side-panel-body">
            {list.total === 0 ? <p className="soft comments-none">{noneWords(state, shownTarget !== null, may)}</p> : null}
            <ul className="threads">
              {list.rows.map((thread) => (
                <ThreadItem key={thread.id} mapId={mapId} thread={thread} named={shownTarget === null} />
              ))}
            </ul>
            <Pager total={list.total} limit={threadsPage} offset={offset} onMove={setOffset} />
          </div>
        )}
      </Loaded>
    </section>
  )
}

function noneWords(state: 'open' | 'resolved', one: boolean, may: boolean): string {
  if (state === 'resolved') return 'Nothing is resolved yet. A resolved thread waits here and opens again with a reply.'
  const where = one ? 'here' : 'on this map'
  return may ? `No open comments ${where}. Ask a question, and mention with @ whoever should see it.` : `No open comments ${where}.`
}
