import { useState } from 'react'
import { basisMark, basisPhrases } from '../../../exports/map-words.ts'
import type { JourneyMap } from '../../../journey/map.ts'
import { useEditor, useSignal } from '../../canvas/editor-context.tsx'
import { NameField } from '../../canvas/grid/name-field.tsx'
import { MapTrail } from './map-trail.tsx'

const kinds = [
  { kind: 'as-is', name: 'As is' },
  { kind: 'to-be', name: 'To be' },
] as const

/** What the map is called and about, changed where it stands, and what it was computed from. */
export function MapTitles({ mapId, map }: { readonly mapId: string; readonly map: JourneyMap }) {
  const editor = useEditor()
  useSignal(editor, 'mode')
  const rename = (): void => editor.edit({ kind: 'head', of: 'map', id: mapId })
  return (
    <div className="map-titles">
      <MapTrail mapId={mapId} />
      <div className="map-title-line">
        <NameField
          of="map"
          id={mapId}
          name={map.title}
          label="Title of the map"
          onSave={(title) => editor.apply('Rename the map', [{ kind: 'set-title', title }])}
        >
          <h1>
            {editor.canEdit ? (
              <button type="button" className="edit-in-place" title="Change the title" onClick={rename}>
                {map.title}
              </button>
            ) : (
              map.title
            )}
          </h1>
        </NameField>
        <Kind map={map} />
      </div>
      <Summary summary={map.summary} />
      <p className="map-basis small faint numeric">
        {[...basisPhrases(map), basisMark(map)].map((phrase) => (
          <span key={phrase}>{phrase}</span>
        ))}
      </p>
    </div>
  )
}

function Kind({ map }: { readonly map: JourneyMap }) {
  const editor = useEditor()
  if (!editor.canEdit) return <span className="map-kind faint small">{kinds.find(({ kind }) => kind === map.kind)?.name}</span>
  return (
    <select
      className="map-kind small"
      aria-label="Whether the map shows what is or what is planned"
      value={map.kind}
      onChange={(event) =>
        editor.apply('As is or to be', [{ kind: 'set-map-kind', mapKind: event.target.value === 'to-be' ? 'to-be' : 'as-is' }])
      }
    >
      {kinds.map(({ kind, name }) => (
        <option key={kind} value={kind}>
          {name}
        </option>
      ))}
    </select>
  )
}

function Summary({ summary }: { readonly summary: string }) {
  const editor = useEditor()
  const [text, setText] = useState<string | undefined>()
  const save = (): void => {
    if (text !== undefined && text !== summary) editor.apply('Summary', [{ kind: 'set-summary', summary: text }])
    setText(undefined)
  }
  if (text !== undefined)
    return (
      <textarea
        className="control prose summary-field"
        aria-label="Summary of the map"
        rows={3}
        maxLength={5000}
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') setText(undefined)
          else if (event.key === 'Enter' && !event.shiftKey) save()
        }}
      />
    )
  if (!editor.canEdit) return summary === '' ? null : <p className="map-summary">{summary}</p>
  return (
    <p className="map-summary">
      <button
        type="button"
        className="edit-in-place"
        data-empty-text={summary === '' || undefined}
        title="Change the summary"
        onClick={() => setText(summary)}
      >
        {summary || 'Add a summary: whose journey it is, and why it is drawn'}
      </button>
    </p>
  )
}
