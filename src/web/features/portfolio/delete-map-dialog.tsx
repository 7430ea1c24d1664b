import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MapSummary } from '../../../contract/maps.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

export function DeleteMapDialog({ map, onClose }: { readonly map: MapSummary; readonly onClose: () => void }) {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const remove = async (): Promise<void> => {
    try {
      await request(`/maps/${map.id}`, { method: 'DELETE' })
      await Promise.all([client.invalidateQueries({ queryKey: ['maps'] }), client.invalidateQueries({ queryKey: ['workspace'] })])
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="Delete this map?" isOpen onClose={onClose}>
      <div className="stack">
        <p>“{map.title}” leaves the list. It can be brought back with everything on it from “Deleted maps” below the list.</p>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <div className="row">
          <Button look="danger" onPress={() => void remove()}>
            Delete the map
          </Button>
          <Button onPress={onClose}>Keep it</Button>
        </div>
      </div>
    </Dialog>
  )
}
