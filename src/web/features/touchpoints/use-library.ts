import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TouchpointChange, WrittenTouchpoint } from '../../../contract/touchpoints.ts'
import { request } from '../../api/request.ts'

export interface Library {
  /** False when it was refused; the reason is in `error`. */
  readonly add: (name: string) => Promise<string | undefined>
  readonly change: (id: string, patch: TouchpointChange) => Promise<boolean>
  readonly remove: (id: string) => Promise<boolean>
  readonly merge: (id: string, into: string) => Promise<boolean>
  readonly seed: () => Promise<boolean>
  /** Takes the last change back; undefined when there is none. */
  readonly undo: (() => Promise<void>) | undefined
  readonly error: unknown
}

interface Undoable {
  readonly back: () => Promise<unknown>
}

/** What one does to the touchpoint library, and how it is taken back. */
export function useLibrary(known: ReadonlyMap<string, TouchpointChange>): Library {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [past, setPast] = useState<readonly Undoable[]>([])
  const run = async <T>(work: () => Promise<T>, back?: (done: T) => Promise<unknown>): Promise<T | undefined> => {
    try {
      const done = await work()
      setError(undefined)
      if (back) setPast((old) => [...old.slice(-49), { back: () => back(done) }])
      return done
    } catch (problem) {
      setError(problem)
      return undefined
    } finally {
      await client.invalidateQueries({ queryKey: ['touchpoints'] })
    }
  }
  const put = (id: string, patch: TouchpointChange) => request<WrittenTouchpoint>(`/touchpoints/${id}`, { method: 'PUT', body: patch })
  const drop = (id: string) => request(`/touchpoints/${id}`, { method: 'DELETE' }).then(() => true)
  const restore = (id: string) => request(`/touchpoints/${id}/restore`, { method: 'POST' })
  return {
    add: async (name) =>
      (
        await run(
          () => request<WrittenTouchpoint>('/touchpoints', { method: 'POST', body: { name } }),
          ({ id }) => drop(id),
        )
      )?.id,
    change: async (id, patch) => {
      const before = known.get(id)
      const old = before && Object.fromEntries(Object.keys(patch).map((key) => [key, before[key as keyof TouchpointChange]]))
      return (await run(() => put(id, patch), old && (() => put(id, old)))) !== undefined
    },
    remove: async (id) =>
      (await run(
        () => drop(id),
        () => restore(id),
      )) === true,
    // Cards have moved to the other one: a merge is not taken back by one step.
    merge: async (id, into) =>
      (await run(() => request(`/touchpoints/${id}/merge`, { method: 'POST', body: { into } }).then(() => true))) === true,
    seed: async () => (await run(() => request('/touchpoints/seed', { method: 'POST' }).then(() => true))) === true,
    undo:
      past.length === 0
        ? undefined
        : async () => {
            const last = past.at(-1)
            setPast(past.slice(0, -1))
            if (last) await run(last.back)
          },
    error,
  }
}
