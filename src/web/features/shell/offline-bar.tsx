import { WifiOff } from 'lucide-react'
import { ProblemError } from '../../api/problem-error.ts'

/** Shown while Wend does not answer; goes by itself when it does again. */
export function OfflineBar({ error }: { readonly error: unknown }) {
  if (!(error instanceof ProblemError && error.code === 'offline')) return null
  return (
    <p className="offline-bar" role="status">
      <WifiOff size={16} aria-hidden />
      {error.message}
    </p>
  )
}
