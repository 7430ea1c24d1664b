import { commentParts } from '../../../journey/comment-text.ts'
import type { Mentionable } from './mention-text.ts'

/** A comment as people read it: line breaks, names, addresses; never markup of its own. */
export function CommentText({ text, people }: { readonly text: string; readonly people: readonly Mentionable[] }) {
  return (
    <p className="comment-text">
      {commentParts(text).map((part, index) => {
        if (part.kind === 'text') return <span key={index}>{part.text}</span>
        if (part.kind === 'link')
          return (
            <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
              {part.href}
            </a>
          )
        return (
          <span key={index} className="mention">
            @{people.find((person) => person.id === part.person)?.name ?? 'somebody who left'}
          </span>
        )
      })}
    </p>
  )
}
