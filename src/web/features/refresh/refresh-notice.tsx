import './refresh.css'
import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { mapQuery } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { useJob } from '../../api/use-job.ts'
import { Button } from '../../ui/button.tsx'
import { JobProgressView } from '../../ui/job-progress.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { RefreshedChanges } from './refreshed-changes.tsx'

/** Says that a map is older than the data, computes it again when asked, and then says what changed. Shows nothing otherwise. */
export function RefreshNotice({ mapId, regrouped = false }: { readonly mapId: string; readonly regrouped?: boolean }) {
  const older = useQuery(mapQuery(mapId)).data?.stale ?? false
  const stale = older || regrouped
  const may = useMay('edit-map')
  const [id, setId] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  const [seen, setSeen] = useState(false)
  const job = useJob(id)
  const refreshed = job?.state === 'done' ? job.result.refreshed?.[0] : undefined
  const start = async (): Promise<void> => {
    setError(undefined)
    setSeen(false)
    try {
      setId((await request<{ job: string }>(`/maps/${mapId}/refresh`, { method: 'POST' })).job)
    } catch (problem) {
      setError(problem)
    }
  }
  if (error !== undefined) return <ProblemNotice error={error} onRetry={() => void start()} />
  if (id !== undefined && job?.state !== 'done')
    return (
      <div className="refresh-notice">
        <JobProgressView job={job} id={id} onAgain={() => setId(undefined)} />
      </div>
    )
  if (refreshed && !seen) return <RefreshedChanges refreshed={refreshed} onClose={() => setSeen(true)} />
  if (!stale) return null
  return (
    <div className="refresh-notice" role="status">
      <RefreshCw size={16} aria-hidden />
      <p>
        {regrouped ? (
          <>
            <strong>The stages have changed.</strong> Their numbers and the river counted other touchpoints and are left out.
          </>
        ) : (
          <>
            <strong>Newer data is there.</strong> Events were imported after this map was computed.
          </>
        )}{' '}
        Refreshing changes only what was computed: what people wrote, moved or removed stays.
      </p>
      {may ? (
        <Button small look="primary" onPress={() => void start()}>
          Refresh the map
        </Button>
      ) : null}
    </div>
  )
}
