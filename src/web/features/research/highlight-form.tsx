import { useQueryClient } from '@tanstack/react-query'
import { Highlighter } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { highlightColours, type NoteRecord } from '../../../contract/research.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { TagsField, tagsIn } from './tags-field.tsx'

export interface HighlightFormProps {
  readonly note: NoteRecord
  readonly range: { readonly from: number; readonly to: number }
  /** Goes to the tags at once. */
  readonly focus: boolean
  readonly onClose: () => void
}

/** Makes a highlight of the chosen words: Enter keeps it, Escape does not. */
export function HighlightForm({ note, range, focus, onClose }: HighlightFormProps) {
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [tags, setTags] = useState('')
  const [colour, setColour] = useState<string>('yellow')
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (focus) input.current?.focus()
  }, [focus])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])
  const save = async (): Promise<void> => {
    try {
      const { from, to } = range
      const body = { from, to, text: note.text.slice(from, to), tags: tagsIn(tags), colour }
      await request(`/research/notes/${note.id}/highlights`, { method: 'POST', body })
      await client.invalidateQueries({ queryKey: ['research'] })
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <div role="dialog" aria-label="Highlight" className="stack highlight-form">
      <TagsField value={tags} onChange={setTags} onEnter={() => void save()} input={input} />
      <div className="row">
        <fieldset className="highlight-colours">
          <legend className="visually-hidden">Colour</legend>
          {highlightColours.map((one) => (
            <label key={one} title={one}>
              <input type="radio" name="colour" value={one} checked={colour === one} onChange={() => setColour(one)} />
              <span className="highlight-colour" data-colour={one} />
              <span className="visually-hidden">{one}</span>
            </label>
          ))}
        </fieldset>
        <Button small look="primary" onPress={() => void save()}>
          <Highlighter size={14} aria-hidden />
          Highlight
        </Button>
      </div>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </div>
  )
}
