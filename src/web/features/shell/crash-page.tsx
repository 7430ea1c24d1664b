import { Link } from '@tanstack/react-router'
import { offlineProblem } from '../../api/problem-error.ts'
import { Empty } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

export function CrashPage({ error }: { readonly error: unknown }) {
  return (
    <div className="page stack">
      <h1>This page could not be drawn</h1>
      <ProblemNotice error={isUnfetched(error) ? offlineProblem() : error} onRetry={() => window.location.reload()} />
    </div>
  )
}

/** A part of the app that is fetched when first opened could not be: Wend does not answer. */
const isUnfetched = (error: unknown): boolean => error instanceof Error && /preload|dynamically imported module/i.test(error.message)

export function NotFoundPage() {
  return (
    <div className="page">
      <Empty title="There is no page at this address" actions={<Link to="/maps">Go to the maps</Link>}>
        <p>The map or import may have been deleted, or the address was cut off when it was copied.</p>
      </Empty>
    </div>
  )
}
