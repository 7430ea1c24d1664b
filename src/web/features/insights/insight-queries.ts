import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InsightComment, InsightVerdict, JudgeInsight, SaidOfInsights } from '../../../contract/insights.ts'
import { request } from '../../api/request.ts'

export const saidQuery = queryOptions({
  queryKey: ['insights'],
  queryFn: ({ signal }) => request<SaidOfInsights>('/insights', { signal }),
})

/** What people do with insights; every success shows at once. */
export function useInsightActions() {
  const client = useQueryClient()
  const again = { onSuccess: () => client.invalidateQueries({ queryKey: saidQuery.queryKey }) }
  const judge = useMutation({ mutationFn: (body: JudgeInsight) => request<InsightVerdict>('/insights', { method: 'PUT', body }), ...again })
  const takeBack = useMutation({
    mutationFn: (insight: string) => request<void>('/insights/undo', { method: 'POST', body: { insight } }),
    ...again,
  })
  const comment = useMutation({
    mutationFn: (body: { readonly insight: string; readonly text: string }) =>
      request<InsightComment>('/insights/comments', { method: 'POST', body }),
    ...again,
  })
  const removeComment = useMutation({
    mutationFn: (id: string) => request<void>(`/insights/comments/${id}`, { method: 'DELETE' }),
    ...again,
  })
  return { judge, takeBack, comment, removeComment, error: judge.error ?? takeBack.error ?? comment.error ?? removeComment.error }
}
export type InsightActions = ReturnType<typeof useInsightActions>
