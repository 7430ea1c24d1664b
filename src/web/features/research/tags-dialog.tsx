import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { plural } from '../../../exports/format.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { tagsQuery } from './research-queries.ts'

/** All tags with their counts; a tag renamed to another becomes one with it. */
export function TagsDialog({ onClose }: { readonly onClose: () => void }) {
  const tags = useQuery(tagsQuery)
  const client = useQueryClient()
  const [editing, setEditing] = useState<{ readonly from: string; readonly to: string } | undefined>()
  const [error, setError] = useState<unknown>()
  const rename = async (from: string, to: string): Promise<void> => {
    try {
      await request('/research/tags/rename', { method: 'POST', body: { from, to } })
      setEditing(undefined)
      setError(undefined)
      await client.invalidateQueries({ queryKey: ['research'] })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="Tags" isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">Rename a tag to one that exists, and the two become one.</p>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Loaded query={tags} rows={4}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="soft">No tags yet. Give one to a highlight.</p>
            ) : (
              <ul className="stack">
                {rows.map(({ tag, notes, highlights }) => (
                  <li key={tag} className="spread">
                    {editing?.from === tag ? (
                      <>
                        <TextField
                          label={`New name of ${tag}`}
                          hideLabel
                          value={editing.to}
                          onChange={(to) => setEditing({ from: tag, to })}
                          onEnter={() => void rename(tag, editing.to)}
                        />
                        <Button small isDisabled={editing.to.trim() === ''} onPress={() => void rename(tag, editing.to)}>
                          Save
                        </Button>
                      </>
                    ) : (
                      <>
                        <span>
                          <span className="tag">{tag}</span>{' '}
                          <span className="small faint">
                            {plural(highlights, 'highlight')}, {plural(notes, 'note')}
                          </span>
                        </span>
                        <Button small look="quiet" onPress={() => setEditing({ from: tag, to: tag })} aria-label={`Rename ${tag}`}>
                          Rename
                        </Button>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Dialog>
  )
}
