import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PersonaChange, PersonaRecord } from '../../../contract/personas.ts'
import { request } from '../../api/request.ts'
import { personaQuery } from './persona-queries.ts'

export interface PersonaDraft {
  readonly persona: PersonaRecord
  readonly change: (patch: PersonaChange) => void
  readonly undo: (() => void) | undefined
  readonly state: 'saved' | 'saving'
  readonly error: unknown
  readonly retry: () => void
}

const waitMs = 500

/**
 * A persona that is edited in place: what is typed shows at once and is saved when typing pauses; only what differs is
 * sent. Each pause is one thing to undo.
 */
export function usePersonaDraft(stored: PersonaRecord): PersonaDraft {
  const client = useQueryClient()
  const [persona, setPersona] = useState(stored)
  const [state, setState] = useState<'saved' | 'saving'>('saved')
  const [error, setError] = useState<unknown>()
  const [past, setPast] = useState<readonly PersonaChange[]>([])
  const latest = useRef(stored)
  const unsent = useRef<PersonaChange>({})
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const sending = useRef<Promise<void>>(Promise.resolve())

  const send = useCallback((): void => {
    clearTimeout(timer.current)
    timer.current = undefined
    const patch = unsent.current
    unsent.current = {}
    if (Object.keys(patch).length === 0 || patch.name?.trim() === '') return
    // One after the other: a later change never arrives before an earlier one.
    sending.current = sending.current.then(async () => {
      try {
        const saved = await request<PersonaRecord>(`/personas/${stored.id}`, { method: 'PUT', body: patch })
        client.setQueryData(personaQuery(stored.id).queryKey, saved)
        void client.invalidateQueries({ queryKey: ['personas'], predicate: ({ queryKey }) => queryKey[1] !== 'one' })
        setError(undefined)
        if (Object.keys(unsent.current).length === 0) setState('saved')
      } catch (problem) {
        unsent.current = { ...patch, ...unsent.current }
        setError(problem)
      }
    })
  }, [client, stored.id])

  const apply = useCallback(
    (patch: PersonaChange, remember: boolean): void => {
      const before = latest.current
      if (remember && timer.current === undefined) setPast((old) => [...old.slice(-99), pick(before, patch)])
      else if (remember) setPast((old) => [...old.slice(0, -1), { ...pick(before, patch), ...old.at(-1) }])
      latest.current = { ...before, ...patch }
      setPersona(latest.current)
      unsent.current = { ...unsent.current, ...patch }
      setState('saving')
      clearTimeout(timer.current)
      timer.current = setTimeout(send, waitMs)
    },
    [send],
  )
  const change = useCallback((patch: PersonaChange) => apply(patch, true), [apply])
  const undo = (): void => {
    const last = past.at(-1)
    if (!last) return
    send()
    setPast(past.slice(0, -1))
    apply(last, false)
    send()
  }
  // Leaving the page saves what was typed last.
  useEffect(() => send, [send])
  return { persona, change, undo: past.length > 0 ? undo : undefined, state, error, retry: send }
}

const pick = (from: PersonaRecord, keys: PersonaChange): PersonaChange =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, from[key as keyof PersonaChange]])) as PersonaChange
