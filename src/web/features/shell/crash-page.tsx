import { Link } from '@tanstack/react-router'
import { Empty } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

export function CrashPage({ error }: { readonly error: unknown }) {
  return (
    <div className="page stack">
      <h1>This page could not be drawn</h1>
      <ProblemNotice error={error} onRetry={() => window.location.reload()} />
    </div>
  )
}

export function NotFoundPage() {
  return (
    <div className="page">
      <Empty title="There is no page at this address" actions={<Link to="/maps">Go to the maps</Link>}>
        <p>The map or import may have been deleted, or the address was cut off when it was copied.</p>
      </Empty>
    </div>
  )
}
