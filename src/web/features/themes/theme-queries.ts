import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssistantPreview } from '../../../contract/themes.ts'
import type { JourneyDefinition } from '../../../journey/definition.ts'
import type { EventFilter, JourneyFilter } from '../../../journey/filter.ts'
import type { ThemeRow } from '../../../journey/methods/themes.ts'
import type { ThemeChange, ThemeDecision } from '../../../journey/theme-decision.ts'
import { request } from '../../api/request.ts'

const root = '/themes/decisions'

/** What the model is to write, and about which theme. */
interface AssistantAsked {
  readonly use: 'theme-name' | 'theme-summary'
  readonly theme: string
  readonly definition?: string | JourneyDefinition
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
}

export const decisionsQuery = queryOptions({
  queryKey: ['themes', 'decisions'],
  queryFn: ({ signal }) => request<{ readonly total: number; readonly rows: readonly ThemeDecision[] }>(`${root}?limit=200`, { signal }),
})
export const assistantQuery = queryOptions({
  queryKey: ['themes', 'assistant'],
  queryFn: ({ signal }) =>
    request<{ readonly configured: boolean; readonly model: string | null; readonly host: string | null }>('/assistant', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const anchorOf = ({ keyphrases }: ThemeRow): string[] => keyphrases.slice(0, 20).map(({ key }) => key)

/** What people do about themes; the themes are asked again after each. */
export function useThemeActions() {
  const client = useQueryClient()
  const again = {
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: decisionsQuery.queryKey })
      await client.invalidateQueries({ queryKey: ['events', 'method'], predicate: ({ queryKey }) => isAboutThemes(queryKey) })
    },
  }
  const decide = useMutation({
    mutationFn: ({ theme, change }: { readonly theme: ThemeRow; readonly change: ThemeChange }) =>
      request<ThemeDecision>(root, {
        method: 'POST',
        body: { anchor: anchorOf(theme), theme: theme.name.slice(0, 120), change },
      }),
    ...again,
  })
  const turn = useMutation({
    mutationFn: ({ id, to }: { readonly id: string; readonly to: 'undo' | 'redo' | 'accept' }) =>
      request<ThemeDecision>(`${root}/${id}/${to}`, { method: 'POST' }),
    ...again,
  })
  const send = useMutation({
    mutationFn: (body: AssistantAsked & { readonly digest: string }) => request<ThemeDecision>('/assistant/send', { method: 'POST', body }),
    ...again,
  })
  return { decide, turn, send, error: decide.error ?? turn.error }
}
export type ThemeActions = ReturnType<typeof useThemeActions>

const isAboutThemes = (queryKey: readonly unknown[]): boolean => {
  const question = queryKey[3] as { readonly question?: string } | undefined
  return question?.question === 'themes' || question?.question === 'theme-texts'
}

export const previewOf = (body: AssistantAsked, signal: AbortSignal): Promise<AssistantPreview> =>
  request<AssistantPreview>('/assistant/preview', { method: 'POST', body, signal })
