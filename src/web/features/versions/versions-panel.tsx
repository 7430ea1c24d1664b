import './versions.css'
import '../comments/comments.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, X } from 'lucide-react'
import { useState } from 'react'
import type { VersionLine } from '../../../contract/versions.ts'
import { useLiveTopic } from '../../canvas/use-open-map.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { formatMoment } from '../../ui/zone-time.ts'
import { useMay } from '../people/people-queries.ts'
import { ComparisonView } from './comparison-view.tsx'
import { VersionItem } from './version-item.tsx'
import { useVersionAction, versionsKey, versionsPage, versionsQuery, type Pair } from './version-queries.ts'
import { versionTitle } from './version-words.ts'

/** Earlier versions of the map: name, compare, open, restore. */
export function VersionsPanel({ mapId, onClose }: { readonly mapId: string; readonly onClose: () => void }) {
  const client = useQueryClient()
  const [offset, setOffset] = useState(0)
  const [pair, setPair] = useState<Pair | undefined>()
  const versions = useQuery(versionsQuery(mapId, offset))
  const action = useVersionAction(mapId)
  useLiveTopic(mapId, 'versions', () => void client.invalidateQueries({ queryKey: versionsKey(mapId) }))
  const restored = action.data
  return (
    <section className="side-panel versions-panel" aria-label="Versions">
      <header className="side-panel-head">
        {pair ? (
          <IconButton label="All versions" onPress={() => setPair(undefined)}>
            <ArrowLeft size={17} aria-hidden />
          </IconButton>
        ) : null}
        <h2>{pair ? 'What differs' : 'Versions'}</h2>
        <IconButton className="push" label="Close versions" onPress={onClose}>
          <X size={17} aria-hidden />
        </IconButton>
      </header>
      {action.isError ? <ProblemNotice error={action.error} /> : null}
      {restored ? (
        <div className="notice version-restored" role="status">
          <p className="notice-text">Restored: {versionTitle(restored.restored)}.</p>
          <Button small isDisabled={action.isPending} onPress={() => action.mutate({ kind: 'restore', version: restored.before.id })}>
            Undo
          </Button>
        </div>
      ) : null}
      <Loaded query={versions} rows={6}>
        {(list) =>
          pair ? (
            <div className="side-panel-body">
              <PairChoice versions={list.rows} pair={pair} onChange={setPair} />
              <ComparisonView key={`${pair.from} ${pair.to}`} mapId={mapId} pair={pair} />
            </div>
          ) : (
            <div className="side-panel-body">
              <KeepForm onKeep={(name) => action.mutate({ kind: 'keep', name })} busy={action.isPending} />
              {list.total === 0 ? <p className="soft">No version is kept yet. Wend keeps one when people have edited and paused.</p> : null}
              <ol className="versions">
                {list.rows.map((version) => (
                  <VersionItem
                    key={version.id}
                    mapId={mapId}
                    version={version}
                    busy={action.isPending}
                    onAct={(one) => action.mutate(one)}
                    onCompare={() => setPair({ from: version.id, to: 'now' })}
                  />
                ))}
              </ol>
              <Pager total={list.total} limit={versionsPage} offset={offset} onMove={setOffset} />
            </div>
          )
        }
      </Loaded>
    </section>
  )
}

function KeepForm({ onKeep, busy }: { readonly onKeep: (name: string) => void; readonly busy: boolean }) {
  const [name, setName] = useState('')
  if (!useMay('edit-map')) return null
  const keep = (): void => {
    if (name.trim() === '' || busy) return
    onKeep(name.trim())
    setName('')
  }
  return (
    <div className="version-keep">
      <TextField
        label="Keep the map as it is now"
        value={name}
        onChange={setName}
        placeholder="Name, such as “Before the workshop”"
        onEnter={keep}
      />
      <Button isDisabled={name.trim() === '' || busy} onPress={keep}>
        Keep
      </Button>
    </div>
  )
}

interface PairChoiceProps {
  readonly versions: readonly VersionLine[]
  readonly pair: Pair
  readonly onChange: (pair: Pair) => void
}

function PairChoice({ versions, pair, onChange }: PairChoiceProps) {
  const choices = versions.map((version) => ({ value: version.id, label: `${versionTitle(version)}, ${formatMoment(version.at)}` }))
  return (
    <div className="version-pair">
      <SelectField label="Before" value={pair.from} choices={choices} onChange={(from) => onChange({ ...pair, from })} />
      <SelectField
        label="After"
        value={pair.to}
        choices={[{ value: 'now', label: 'The map now' }, ...choices]}
        onChange={(to) => onChange({ ...pair, to })}
      />
    </div>
  )
}
