import { X } from 'lucide-react'
import { useState } from 'react'
import type { InsightComment } from '../../../contract/insights.ts'
import { AgoTime } from '../../ui/ago-time.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useMay } from '../people/people-queries.ts'
import type { InsightActions } from './insight-queries.ts'

export interface InsightTalkProps {
  readonly insight: string
  readonly comments: readonly InsightComment[]
  readonly actions: InsightActions
}

/** What people say about an insight, the oldest first. */
export function InsightTalk({ insight, comments, actions }: InsightTalkProps) {
  const may = useMay('comment')
  const [text, setText] = useState('')
  const say = (): void => {
    if (text.trim() === '') return
    actions.comment.mutate({ insight, text: text.trim() }, { onSuccess: () => setText('') })
  }
  if (!may && comments.length === 0) return null
  return (
    <div className="insight-talk">
      {comments.length > 0 ? (
        <ul>
          {comments.map((comment) => (
            <li key={comment.id} className="row">
              <span>
                <strong>{comment.by}</strong>{' '}
                <span className="faint small">
                  <AgoTime at={comment.at} />
                </span>
                <br />
                {comment.text}
              </span>
              <IconButton label="Delete this comment" className="push" onPress={() => actions.removeComment.mutate(comment.id)}>
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {may ? (
        <div className="row">
          <TextField label="Comment" hideLabel placeholder="Comment" value={text} onChange={setText} onEnter={say} />
          <Button small isDisabled={text.trim() === ''} onPress={say}>
            Say
          </Button>
        </div>
      ) : null}
    </div>
  )
}
