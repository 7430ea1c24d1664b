import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { ImportedMap, ImportMapPreview } from '../../../contract/map-making.ts'
import { plural } from '../../../exports/format.ts'
import { mapPortrait } from '../../../journey/map-portrait.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SelectField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { MapThumbnail } from '../portfolio/map-thumbnail.tsx'
import { sendMapText } from './send-map-text.ts'

interface Given {
  readonly text: string
  readonly name: string
  readonly format: string
}

/** Paste or drop a Mermaid journey, a spreadsheet or a map file; see the map it would be, and every line that does not fit. */
export function ImportMap({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [given, setGiven] = useState<Given>({ text: '', name: '', format: '' })
  const [error, setError] = useState<unknown>()
  const preview = usePreview(given, setError)
  const make = async (): Promise<void> => {
    setError(undefined)
    try {
      const { map } = await sendMapText<ImportedMap>('/maps/import', given)
      void client.invalidateQueries({ queryKey: ['maps'] })
      await navigate({ to: '/maps/$map', params: { map: map.id } })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <div className="stack import-map">
      <PasteOrDrop given={given} onGiven={setGiven} onProblem={setError} />
      {error === undefined ? null : <ProblemNotice error={error} />}
      {preview ? <Preview preview={preview} /> : null}
      <div className="row">
        <Button look="primary" isDisabled={!preview?.map} onPress={() => void make()}>
          Make the map
        </Button>
        <Button onPress={onClose}>Not now</Button>
      </div>
    </div>
  )
}

/** The preview of what was given last; asked a moment after the last key. */
function usePreview(given: Given, onProblem: (problem: unknown) => void): ImportMapPreview | undefined {
  const [preview, setPreview] = useState<ImportMapPreview | undefined>()
  useEffect(() => {
    if (given.text.trim() === '') return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      sendMapText<ImportMapPreview>('/maps/import/preview', given, stop.signal).then(
        (found) => {
          onProblem(undefined)
          setPreview(found)
        },
        (problem: unknown) => {
          if (stop.signal.aborted) return
          setPreview(undefined)
          onProblem(problem)
        },
      )
    }, 250)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [given, onProblem])
  return given.text.trim() === '' ? undefined : preview
}

interface PasteProps {
  readonly given: Given
  readonly onGiven: (given: Given) => void
  readonly onProblem: (problem: unknown) => void
}
function PasteOrDrop({ given, onGiven, onProblem }: PasteProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > 10_000_000) return onProblem(new Error('A file with a map has at most 10 MB.'))
    onGiven({ ...given, text: await file.text(), name: file.name, format: '' })
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <>
      <div
        className={classNames('import-map-text', over && 'drop-over')}
        onDrop={onDrop}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
      >
        <textarea
          aria-label="Text of the map"
          className="control code"
          rows={9}
          spellCheck={false}
          placeholder={
            'journey\n  title Buying shoes\n  section Look\n    Search: 4: Ana\n\nor cells copied from a spreadsheet, or a map file'
          }
          value={given.text}
          onChange={(event) => onGiven({ ...given, text: event.target.value })}
        />
      </div>
      <div className="row">
        <Button small onPress={() => input.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={input}
          type="file"
          accept=".mmd,.mermaid,.md,.csv,.tsv,.txt,.json"
          className="visually-hidden"
          aria-label="Choose a file with a map"
          tabIndex={-1}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <SelectField
          label="Format"
          hideLabel
          value={given.format}
          choices={[
            { value: '', label: 'Format: told by the text' },
            { value: 'mermaid', label: 'Mermaid journey' },
            { value: 'csv', label: 'CSV' },
            { value: 'tsv', label: 'TSV, cells of a spreadsheet' },
            { value: 'json', label: 'Map file' },
          ]}
          onChange={(format) => onGiven({ ...given, format })}
        />
        {given.name === '' ? null : <span className="small faint">{given.name}</span>}
      </div>
    </>
  )
}

const formatNames = { mermaid: 'Mermaid journey', csv: 'CSV', tsv: 'TSV', json: 'Map file' }

function Preview({ preview: { map, problems, more, format } }: { readonly preview: ImportMapPreview }) {
  return (
    <section aria-label="Preview" aria-live="polite" className="stack">
      {map ? (
        <div className="import-map-preview panel">
          <MapThumbnail portrait={mapPortrait(map)} />
          <div>
            <strong dir="auto">{map.title}</strong>
            <p className="small soft numeric">
              {formatNames[format]}: {plural(map.stages.length, 'stage')}, {plural(map.lanes.length, 'lane')},{' '}
              {plural(map.cards.length, 'card')}
              {map.personas.length === 0 ? '' : `, ${plural(map.personas.length, 'persona')}`}
            </p>
            <p className="small faint" dir="auto">
              {map.stages.map((stage) => stage.name).join(' › ')}
            </p>
          </div>
        </div>
      ) : null}
      {problems.length === 0 ? null : (
        <div className="notice">
          <div className="notice-text">
            <p>{map ? 'Some lines are not on the map as they are written:' : `Read as ${formatNames[format]}, this is not a map yet:`}</p>
            <ul className="import-map-problems">
              {problems.map((problem, index) => (
                <li key={index}>
                  {problem.line === 0 ? null : <code>line {problem.line}</code>} {problem.message}
                </li>
              ))}
            </ul>
            {map ? null : (
              <p className="small">If it is something else, choose the format above. A Mermaid text begins with the word “journey”.</p>
            )}
            {more === 0 ? null : <p className="small">{plural(more, 'more line')} beyond these.</p>}
          </div>
        </div>
      )}
    </section>
  )
}
