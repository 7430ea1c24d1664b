import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { MapSummary } from '../../../contract/maps.ts'
import type { Step } from '../../../journey/map.ts'
import { mapsQuery } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { useEditor } from '../../canvas/editor-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

const route = getRouteApi('/maps/$map')

/** Chooses the more detailed map that a step opens, or makes a blank one for it. */
export function StepMapDialog({ step, onClose }: { readonly step: Step; readonly onClose: () => void }) {
  const { map: here } = route.useParams()
  const editor = useEditor()
  const client = useQueryClient()
  const [find, setFind] = useState('')
  const [error, setError] = useState<unknown>()
  const maps = (useQuery(mapsQuery).data?.rows ?? []).filter(({ id }) => id !== here)
  const shown = maps.filter(({ title }) => title.toLowerCase().includes(find.trim().toLowerCase())).slice(0, 100)
  const link = (map: string | null): void => {
    if (editor.apply(map === null ? 'Take the detailed map off' : 'Link a detailed map', [{ kind: 'link-map', step: step.id, map }]))
      onClose()
  }
  const make = async (): Promise<void> => {
    try {
      const made = await request<MapSummary>('/maps', { method: 'POST', body: { title: step.name } })
      await client.invalidateQueries({ queryKey: ['maps'] })
      link(made.id)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title={`Detailed map of ${step.name}`} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">The step then opens this map, and the map says where it belongs.</p>
        <TextField label="Find a map" type="search" value={find} onChange={setFind} />
        <ul className="step-map-list">
          {shown.map(({ id, title }) => (
            <li key={id}>
              <Button small look={id === step.map ? 'primary' : 'quiet'} onPress={() => link(id)}>
                {title}
              </Button>
            </li>
          ))}
          {shown.length === 0 ? (
            <li className="soft">{maps.length === 0 ? 'There is no other map yet.' : 'No map has this title.'}</li>
          ) : null}
        </ul>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <div className="row">
          <Button onPress={() => void make()}>Make a blank map for it</Button>
          {step.map === undefined ? null : <Button onPress={() => link(null)}>No detailed map</Button>}
        </div>
      </div>
    </Dialog>
  )
}
