import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { VersionLine } from '../../../contract/versions.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { formatMoment } from '../../ui/zone-time.ts'
import { useMay, useMe } from '../people/people-queries.ts'
import { authorsSaid, versionTitle } from './version-words.ts'
import type { VersionAction } from './version-queries.ts'

export interface VersionItemProps {
  readonly mapId: string
  readonly version: VersionLine
  readonly busy: boolean
  readonly onAct: (action: VersionAction) => void
  readonly onCompare: () => void
}

/** One version: when, by whom, and what can be done with it. */
export function VersionItem({ mapId, version, busy, onAct, onCompare }: VersionItemProps) {
  const mayEdit = useMay('edit-map')
  const mayDelete = useMay('delete-map')
  const me = useMe()
  const [doing, setDoing] = useState<'reading' | 'naming' | 'restoring' | 'deleting'>('reading')
  const [name, setName] = useState(version.name ?? '')
  const mine = version.kind === 'named' ? mayDelete || version.by === me?.person.name : true
  const about = `${versionTitle(version)}, ${formatMoment(version.at)}`
  const done = (action: VersionAction): void => {
    onAct(action)
    setDoing('reading')
  }
  return (
    <li className="version" data-named={version.kind === 'named' || undefined}>
      <p className="version-head">
        <strong>{versionTitle(version)}</strong>
        <time className="faint small" dateTime={new Date(version.at).toISOString()}>
          {formatMoment(version.at)}
        </time>
      </p>
      <p className="small soft">{authorsSaid(version)}</p>
      {doing === 'naming' ? (
        <form
          className="version-ask"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') done({ kind: 'rename', version: version.id, name: name.trim() })
          }}
        >
          <TextField label="Name of this version" hideLabel value={name} onChange={setName} placeholder="Name" />
          <Button small look="primary" type="submit" isDisabled={name.trim() === ''}>
            Save
          </Button>
        </form>
      ) : null}
      {doing === 'restoring' ? (
        <div className="version-ask">
          <p className="small">Make the map what it was then? What it is now is kept first, so you can undo this.</p>
          <Button small look="primary" isDisabled={busy} onPress={() => done({ kind: 'restore', version: version.id })}>
            Restore
          </Button>
        </div>
      ) : null}
      {doing === 'deleting' ? (
        <div className="version-ask">
          <p className="small">Delete this version? The map stays as it is.</p>
          <Button small look="danger" isDisabled={busy} onPress={() => done({ kind: 'delete', version: version.id })}>
            Delete
          </Button>
        </div>
      ) : null}
      <p className="version-tools">
        {doing === 'reading' ? (
          <>
            <Tool about={about} onClick={onCompare}>
              Compare
            </Tool>
            <Link
              className="version-tool"
              aria-label={`Open: ${about}`}
              to="/maps/$map"
              params={{ map: mapId }}
              search={{ version: version.id } as never}
            >
              Open
            </Link>
            {mayEdit ? (
              <Tool about={about} onClick={() => setDoing('naming')}>
                {version.kind === 'named' ? 'Rename' : 'Name'}
              </Tool>
            ) : null}
            {mayEdit ? (
              <Tool about={about} onClick={() => setDoing('restoring')}>
                Restore
              </Tool>
            ) : null}
            {mayEdit && mine ? (
              <Tool about={about} onClick={() => setDoing('deleting')}>
                Delete
              </Tool>
            ) : null}
          </>
        ) : (
          <Tool about={about} onClick={() => setDoing('reading')}>
            Cancel
          </Tool>
        )}
      </p>
    </li>
  )
}

function Tool({ about, onClick, children }: { readonly about: string; readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" className="version-tool" aria-label={`${children}: ${about}`} onClick={onClick}>
      {children}
    </button>
  )
}
