import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

export function DeleteTemplate({ name, title, onClose }: { readonly name: string; readonly title: string; readonly onClose: () => void }) {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const remove = async (): Promise<void> => {
    try {
      await request(`/templates/${encodeURIComponent(name)}`, { method: 'DELETE' })
      await client.invalidateQueries({ queryKey: ['templates'] })
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="Delete this template?" isOpen onClose={onClose}>
      <div className="stack">
        <p>“{title}” is deleted for good. Maps made from it stay as they are.</p>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <div className="row">
          <Button look="danger" onPress={() => void remove()}>
            Delete the template
          </Button>
          <Button onPress={onClose}>Keep it</Button>
        </div>
      </div>
    </Dialog>
  )
}
