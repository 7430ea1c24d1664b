import type { ReactNode } from 'react'
import type { MethodAnswer, MethodName } from '../../../journey/method.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import type { AskedMethod } from './use-method.ts'

export interface MethodPanelProps<Name extends MethodName> {
  readonly method: AskedMethod<Name>
  readonly rows?: number
  readonly children: (answer: MethodAnswer<Name>) => ReactNode
}

/** A method at work with its progress and a way to stop it, its problem, or its answer with the notes to it. */
export function MethodPanel<Name extends MethodName>({ method, rows, children }: MethodPanelProps<Name>) {
  const { query, progress, waiting, cancel } = method
  if (query.data === undefined && waiting) return <Skeleton {...(rows === undefined ? {} : { rows })} />
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined && query.isFetching) {
    const share = progress?.total ? progress.done / progress.total : undefined
    return (
      <div className="method-wait" aria-busy="true">
        <div className="spread" role="status">
          <span className="soft">{progress?.phase ?? 'Asking the journeys'}…</span>
          <progress aria-label={progress?.phase ?? 'Progress'} {...(share === undefined ? {} : { value: share })} max={1} />
          <Button small onPress={cancel}>
            Stop
          </Button>
        </div>
        <Skeleton {...(rows === undefined ? {} : { rows })} />
      </div>
    )
  }
  if (query.data === undefined)
    return (
      <div className="method-wait">
        <p className="soft">Stopped before there was an answer.</p>
        <Button onPress={() => void query.refetch()}>Ask again</Button>
      </div>
    )
  return (
    <div className="method" aria-busy={query.isFetching}>
      {children(query.data)}
      <MethodNotes notes={query.data.notes} />
    </div>
  )
}

function MethodNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <aside className="method-notes small soft" aria-label="Notes on these numbers">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </aside>
  )
}
