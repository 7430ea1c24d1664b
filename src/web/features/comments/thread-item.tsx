import { Check, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Comment, Thread } from '../../../contract/comments.ts'
import { plural } from '../../../exports/format.ts'
import { AgoTime } from '../../ui/ago-time.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay, useMe } from '../people/people-queries.ts'
import { PersonBadge } from '../people/person-badge.tsx'
import { CommentBox } from './comment-box.tsx'
import { earlierComments, useCommentAction } from './comment-queries.ts'
import { CommentText } from './comment-text.tsx'

const earlierAtOnce = 50
const targetWords = { card: 'Card', stage: 'Stage', map: 'Map' } as const

export interface ThreadItemProps {
  readonly mapId: string
  readonly thread: Thread
  /** Whether to say what it is about. */
  readonly named: boolean
}

/** One thread: its comments, a place to answer, and whether it is resolved. */
export function ThreadItem({ mapId, thread, named }: ThreadItemProps) {
  const may = useMay('comment')
  const action = useCommentAction(mapId)
  const [earlier, setEarlier] = useState<readonly Comment[]>([])
  const [first, ...newest] = thread.comments
  const shown = [...(first ? [first] : []), ...earlier.filter((comment) => comment.number < (newest[0]?.number ?? Infinity)), ...newest]
  const missing = thread.total - shown.length
  const loadEarlier = async (): Promise<void> => {
    const before = (earlier[0] ?? newest[0])?.number ?? 2
    const limit = Math.min(earlierAtOnce, before - 2)
    const page = await earlierComments(mapId, thread.id, { offset: before - 1 - limit, limit })
    setEarlier([...page.comments, ...earlier])
  }
  const send = async (text: string): Promise<boolean> =>
    action.mutateAsync({ kind: 'reply', thread: thread.id, text }).then(
      () => true,
      () => false,
    )
  return (
    <li className="thread" data-resolved={thread.resolved !== null || undefined}>
      <div className="thread-head">
        {named ? (
          <p className="thread-target">
            <span className="faint">{targetWords[thread.target.kind]}</span> {thread.target.name}
            {thread.target.gone ? <span className="thread-gone">removed</span> : null}
          </p>
        ) : (
          <span className="faint small">{plural(thread.total, 'comment')}</span>
        )}
        {may ? (
          <Button
            small
            look="quiet"
            className="thread-resolve"
            isDisabled={action.isPending}
            onPress={() => action.mutate({ kind: 'resolve', thread: thread.id, resolved: thread.resolved === null })}
          >
            {thread.resolved === null ? <Check size={15} aria-hidden /> : <RotateCcw size={14} aria-hidden />}
            {thread.resolved === null ? 'Resolve' : 'Open again'}
          </Button>
        ) : null}
      </div>
      {thread.resolved ? (
        <p className="thread-resolved small">
          <Check size={13} aria-hidden /> Resolved by {thread.resolved.by.name}, <AgoTime at={thread.resolved.at} />
        </p>
      ) : null}
      <ol className="thread-comments">
        {shown.map((comment, index) => (
          <li key={comment.number} className="comment">
            {missing > 0 && index === 1 ? (
              <button type="button" className="link-button small" onClick={() => void loadEarlier()}>
                Show {Math.min(missing, earlierAtOnce)} earlier of {missing} more
              </button>
            ) : null}
            <CommentItem mapId={mapId} thread={thread} comment={comment} />
          </li>
        ))}
      </ol>
      {action.isError ? <ProblemNotice error={action.error} /> : null}
      {may ? (
        <CommentBox
          label={`Reply about ${thread.target.name}`}
          action="Reply"
          low
          placeholder="Reply, @ to mention"
          busy={action.isPending}
          onSend={send}
        />
      ) : null}
    </li>
  )
}

function CommentItem({ mapId, thread, comment }: { readonly mapId: string; readonly thread: Thread; readonly comment: Comment }) {
  const me = useMe()
  const may = useMay('comment')
  const action = useCommentAction(mapId)
  const [doing, setDoing] = useState<'reading' | 'editing' | 'deleting'>('reading')
  const of = { thread: thread.id, comment: comment.number }
  const edit = async (text: string): Promise<boolean> =>
    action.mutateAsync({ kind: 'edit', ...of, text }).then(
      () => (setDoing('reading'), true),
      () => false,
    )
  return (
    <>
      <p className="comment-head">
        <PersonBadge person={comment.by} small />
        <strong>{comment.by.name}</strong>
        <span className="faint small">
          <AgoTime at={comment.at} />
          {comment.editedAt === null || comment.deleted ? '' : ', edited'}
        </span>
      </p>
      {comment.deleted ? <p className="faint comment-deleted">Deleted</p> : null}
      {doing === 'editing' ? (
        <CommentBox
          label="Change the comment"
          action="Save"
          start={comment.text}
          autoFocus
          busy={action.isPending}
          onSend={edit}
          onCancel={() => setDoing('reading')}
        />
      ) : comment.deleted ? null : (
        <CommentText text={comment.text} people={thread.people} />
      )}
      {action.isError ? <ProblemNotice error={action.error} /> : null}
      {may && me?.person.id === comment.by.id && !comment.deleted && doing !== 'editing' ? (
        <p className="comment-tools">
          {doing === 'deleting' ? (
            <>
              <span className="small">Delete this comment?</span>
              <button type="button" className="link-button small" onClick={() => action.mutate({ kind: 'delete', ...of })}>
                Delete
              </button>
              <button type="button" className="link-button small" onClick={() => setDoing('reading')}>
                Keep
              </button>
            </>
          ) : (
            <>
              <button type="button" className="link-button small" onClick={() => setDoing('editing')}>
                Edit
              </button>
              <button type="button" className="link-button small" onClick={() => setDoing('deleting')}>
                Delete
              </button>
            </>
          )}
        </p>
      ) : null}
    </>
  )
}
