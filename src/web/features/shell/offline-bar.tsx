import { useQueryClient } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { ProblemError } from '../../api/problem-error.ts'

/** Shown while Wend does not answer, whatever was asked of it; goes by itself when it does again. */
export function OfflineBar() {
  const cache = useQueryClient().getQueryCache()
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache])
  const message = useSyncExternalStore(subscribe, () => {
    // A question that is being asked again already knows why it failed last; waiting for its last try would take minutes.
    const failed = cache.getAll().find((query) => query.isActive() && isOffline(query.state.fetchFailureReason ?? query.state.error))
    return (failed?.state.fetchFailureReason ?? failed?.state.error)?.message
  })
  if (message === undefined) return null
  return (
    <p className="offline-bar" role="status">
      <WifiOff size={16} aria-hidden />
      {message}
    </p>
  )
}

const isOffline = (error: unknown): boolean => error instanceof ProblemError && error.code === 'offline'
