import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { request } from '../../api/request.ts'
import { useJob } from '../../api/use-job.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { JobProgressView } from '../../ui/job-progress.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

/** Puts the simulated company into an empty workspace, and shows its map. */
export function DemoButton() {
  const navigate = useNavigate()
  const [job, setJob] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  const state = useJob(job)
  const map = state?.state === 'done' ? state.result.map : undefined
  useEffect(() => {
    if (map !== undefined) void navigate({ to: '/maps/$map', params: { map } })
  }, [map, navigate])
  const start = async (): Promise<void> => {
    setError(undefined)
    try {
      setJob((await request<{ job: string }>('/demo', { method: 'POST', body: { preset: 'shop' } })).job)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <Button onPress={() => void start()}>Load the demo company</Button>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {job === undefined ? null : (
        <Dialog title="The demo company" isOpen onClose={() => setJob(undefined)}>
          <JobProgressView job={state} id={job} />
        </Dialog>
      )}
    </>
  )
}
