import type { ThemeDecision } from '../../../journey/theme-decision.ts'
import { AgoTime } from '../../ui/ago-time.tsx'
import { Button } from '../../ui/button.tsx'
import type { ThemeActions } from './theme-queries.ts'

export interface HistoryProps {
  readonly decisions: readonly ThemeDecision[]
  readonly actions: ThemeActions
  readonly may: boolean
}

/** What people decided, newest first, each with a way back. */
export function ThemeHistory({ decisions, actions, may }: HistoryProps) {
  const decided = decisions.filter(({ acceptedAt }) => acceptedAt !== null)
  if (decided.length === 0) return null
  return (
    <details className="panel theme-history">
      <summary>What people decided ({decided.length})</summary>
      <ul>
        {decided.map((one) => (
          <li key={one.id} className="row">
            <span data-undone={one.undoneAt !== null || undefined}>
              {sentence(one)}{' '}
              <span className="faint small">
                {one.acceptedBy}, <AgoTime at={one.acceptedAt ?? one.at} />
                {one.undoneAt === null ? '' : `; undone by ${one.undoneBy ?? ''}`}
              </span>
            </span>
            {may ? (
              <Button
                small
                className="push"
                onPress={() => actions.turn.mutate({ id: one.id, to: one.undoneAt === null ? 'undo' : 'redo' })}
              >
                {one.undoneAt === null ? 'Undo' : 'Redo'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

function sentence({ theme, change, model }: ThemeDecision): string {
  const by = model === null ? '' : ' (written by a model)'
  switch (change.kind) {
    case 'rename':
      return `“${theme}” is called “${change.name}”${by}`
    case 'merge':
      return `“${theme}” was merged into the theme of “${change.into[0] ?? ''}”`
    case 'exclude':
      return `“${theme}” was excluded`
    case 'summary':
      return `“${theme}” has a summary${by}`
  }
}
