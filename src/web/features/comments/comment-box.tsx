import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { usePeople } from '../people/people-queries.ts'
import { MentionField } from './mention-field.tsx'
import { shownText, storedText } from './mention-text.ts'

export interface CommentBoxProps {
  readonly label: string
  readonly action: string
  /** A stored text to begin with. */
  readonly start?: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** One line high until something is written. */
  readonly low?: boolean
  readonly busy: boolean
  /** Resolves to whether it was stored: only then the text goes. */
  readonly onSend: (stored: string) => Promise<boolean>
  readonly onCancel?: () => void
}

/** Where a comment is written. */
export function CommentBox({ label, action, start = '', placeholder, autoFocus, low, busy, onSend, onCancel }: CommentBoxProps) {
  const people = usePeople()
  const [text, setText] = useState(() => shownText(start, people))
  const empty = text.trim() === ''
  const send = async (): Promise<void> => {
    if (empty || busy) return
    if (await onSend(storedText(text.trim(), people))) setText('')
  }
  return (
    <div className="comment-box">
      <MentionField
        label={label}
        value={text}
        onChange={setText}
        onSubmit={() => void send()}
        {...(onCancel && { onCancel })}
        {...(placeholder !== undefined && { placeholder })}
        {...(autoFocus !== undefined && { autoFocus })}
        {...(low !== undefined && { low })}
      />
      {empty && onCancel === undefined ? null : (
        <div className="row">
          <Button small look="primary" isDisabled={empty || busy} onPress={() => void send()}>
            {action}
          </Button>
          {onCancel ? (
            <Button small look="quiet" onPress={onCancel}>
              Cancel
            </Button>
          ) : null}
          <span className="faint small push">Ctrl + Enter</span>
        </div>
      )}
    </div>
  )
}
