import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ImportRecord } from '../../../contract/imports.ts'
import { request } from '../../api/request.ts'
import { useJob } from '../../api/use-job.ts'
import { Button } from '../../ui/button.tsx'
import { JobProgressView } from '../../ui/job-progress.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

/** The refused rows once more, with a mended recipe. What was stored already is not stored twice. */
export function MendAndReplay({ record }: { readonly record: ImportRecord }) {
  const navigate = useNavigate()
  const [recipe, setRecipe] = useState(record.recipe)
  const [job, setJob] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  const state = useJob(job)
  const number = state?.state === 'done' ? state.result.import : undefined
  useEffect(() => {
    if (number !== undefined) void navigate({ to: '/import/$number', params: { number: String(number) } })
  }, [number, navigate])
  const start = async (): Promise<void> => {
    setError(undefined)
    try {
      setJob((await request<{ job: string }>(`/imports/${record.number}/replay`, { method: 'POST', body: { recipe } })).job)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <details className="panel recipe-editor">
      <summary>
        <strong>Mend and replay</strong> <span className="faint small">import the refused rows again with a changed recipe</span>
      </summary>
      <div className="stack recipe-body">
        {job === undefined ? (
          <>
            <label className="visually-hidden" htmlFor="replay-recipe">
              Recipe as YAML
            </label>
            <textarea
              id="replay-recipe"
              className="control"
              spellCheck={false}
              rows={Math.min(24, recipe.split('\n').length + 1)}
              value={recipe}
              onChange={(event) => setRecipe(event.target.value)}
            />
            {error === undefined ? null : <ProblemNotice error={error} />}
            <div>
              <Button look="primary" onPress={() => void start()}>
                Replay the refused rows
              </Button>
            </div>
          </>
        ) : (
          <JobProgressView job={state} id={job} onAgain={() => setJob(undefined)} />
        )}
      </div>
    </details>
  )
}
