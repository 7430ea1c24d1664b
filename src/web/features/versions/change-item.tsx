import { ArrowRight, Minus, MoveRight, Pencil, Plus, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChangeLine } from '../../../contract/versions.ts'

const marks: Readonly<Record<ChangeLine['kind'], { readonly icon: ReactNode; readonly word: string }>> = {
  added: { icon: <Plus size={13} aria-hidden />, word: 'Added' },
  removed: { icon: <Minus size={13} aria-hidden />, word: 'Removed' },
  moved: { icon: <MoveRight size={13} aria-hidden />, word: 'Moved' },
  renamed: { icon: <Tag size={13} aria-hidden />, word: 'Renamed' },
  changed: { icon: <Pencil size={13} aria-hidden />, word: 'Changed' },
}

/** One difference: what it is, and before beside after. A word and a sign say the kind, never colour alone. */
export function ChangeItem({ change }: { readonly change: ChangeLine }) {
  const { icon, word } = marks[change.kind]
  return (
    <li className="change" data-kind={change.kind}>
      <p className="change-head">
        <span className="change-kind">
          {icon}
          {word}
        </span>
        <span className="change-title">{change.title}</span>
        {change.computed ? <span className="change-computed">by the data</span> : null}
      </p>
      {change.figures ? <Figures figures={change.figures} /> : <Texts change={change} />}
    </li>
  )
}

function Figures({ figures }: { readonly figures: NonNullable<ChangeLine['figures']> }) {
  return (
    <dl className="change-figures">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd className="numeric">
            <span className="change-was">{figure.before ?? 'none'}</span>
            <ArrowRight size={12} aria-label="became" role="img" />
            <strong>{figure.after ?? 'none'}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Texts({ change }: { readonly change: ChangeLine }) {
  const { before, after, words } = change
  if (before === null && after === null) return <p className="small soft">{change.sentence}</p>
  return (
    <div className="change-texts">
      {before === null ? null : (
        <div className="change-side">
          <span className="change-label">Before</span>
          <p>{words ? <Words words={words} leave="added" /> : before}</p>
        </div>
      )}
      {after === null ? null : (
        <div className="change-side">
          <span className="change-label">After</span>
          <p>{words ? <Words words={words} leave="removed" /> : after}</p>
        </div>
      )}
    </div>
  )
}

function Words({ words, leave }: { readonly words: NonNullable<ChangeLine['words']>; readonly leave: 'added' | 'removed' }) {
  return words
    .filter((part) => part.kind !== leave)
    .map((part, index) => {
      if (part.kind === 'removed') return <del key={index}>{part.text}</del>
      return part.kind === 'added' ? <ins key={index}>{part.text}</ins> : <span key={index}>{part.text}</span>
    })
}
