import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Columns, Preview, PreviewQuestion } from '../../../contract/imports.ts'
import { request } from '../../api/request.ts'
import { useJob } from '../../api/use-job.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { JobProgressView } from '../../ui/job-progress.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { ColumnsForm } from './columns-form.tsx'
import { FilesFound } from './files-found.tsx'
import { MappingForm } from './mapping-form.tsx'
import { OpenQuestions } from './open-questions.tsx'
import { PreviewEvents } from './preview-events.tsx'
import { RecipeEditor } from './recipe-editor.tsx'
import { readRecipeForm } from './recipe-form.ts'
import { sourceName } from './source-name.ts'
import type { Uploaded } from './use-uploads.ts'

/** What the files would make: questions, mapping, first events; then the import itself. */
export function PreviewPanel({ files }: { readonly files: readonly Uploaded[] }) {
  const navigate = useNavigate()
  const uploads = files.map((file) => file.upload)
  const [recipe, setRecipe] = useState<string | undefined>()
  const [columns, setColumns] = useState<Columns | undefined>()
  const [source, setSource] = useState(() => sourceName(files.map((file) => file.name)))
  const [job, setJob] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  const state = useJob(job)
  const preview = useQuery({
    queryKey: ['preview', uploads, recipe, columns],
    queryFn: ({ signal }) =>
      request<Preview>('/imports/preview', {
        method: 'POST',
        body: { uploads, ...(recipe !== undefined ? { recipe } : columns ? { columns } : {}) },
        signal,
      }),
    // Once the import is done its uploads are cleared away.
    enabled: job === undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  const [asked, setAsked] = useState<readonly PreviewQuestion[]>([])
  const [last, setLast] = useState<Preview | undefined>()
  if (preview.data && preview.data !== last) {
    setLast(preview.data)
    if (preview.data.inferred) setAsked(preview.data.questions)
  }
  // After a mistake in the mapping the last good look stays, so that it can be mended.
  const shown = preview.data ?? last
  const number = state?.state === 'done' ? state.result.import : undefined
  useEffect(() => {
    if (number !== undefined) void navigate({ to: '/import/$number', params: { number: String(number) } })
  }, [number, navigate])
  if (job !== undefined) {
    return (
      <section className="panel panel-body">
        <JobProgressView job={state} id={job} onAgain={() => setJob(undefined)} />
      </section>
    )
  }
  const text = recipe ?? shown?.recipe
  const unread = text !== undefined && (readRecipeForm(text)?.rules.length ?? 0) === 0 && shown?.inferred === true && recipe === undefined
  const start = async (): Promise<void> => {
    setError(undefined)
    try {
      setJob((await request<{ job: string }>('/imports', { method: 'POST', body: { uploads, recipe: text, source } })).job)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <div className="stack preview" aria-busy={preview.isFetching}>
      {preview.isError ? <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {shown || preview.isError ? null : <Skeleton rows={8} label="Reading the files" />}
      {shown ? <FilesFound files={shown.files} /> : null}
      {shown && text !== undefined ? (
        <>
          {unread ? <ColumnsForm files={shown.files} onColumns={setColumns} /> : null}
          <OpenQuestions
            questions={unread ? [] : asked}
            recipe={text}
            onAnswer={(question, answered) => {
              setAsked(asked.filter((one) => one !== question))
              setRecipe(answered)
            }}
          />
          {unread ? null : <MappingForm recipe={text} files={shown.files} onRecipe={setRecipe} />}
        </>
      ) : null}
      {text === undefined ? null : <RecipeEditor recipe={text} onRecipe={setRecipe} />}
      {shown && !preview.isError && !unread ? <PreviewEvents events={shown.events} /> : null}
      {shown ? (
        <section className="panel panel-body import-go">
          <TextField
            label="The system this comes from"
            value={source}
            onChange={setSource}
            hint="Sources are named in maps and filters: “Web shop”, “Zendesk”."
          />
          <Button
            look="primary"
            isDisabled={unread || source.trim() === '' || preview.isError || preview.isFetching}
            onPress={() => void start()}
          >
            Import
          </Button>
          {error === undefined ? null : <ProblemNotice error={error} />}
        </section>
      ) : null}
    </div>
  )
}
