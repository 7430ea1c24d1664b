import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { LibraryList, RulesPreview, RulesPreviewRequest, Unmapped } from '../../../contract/touchpoints.ts'
import { request } from '../../api/request.ts'

export const touchpointsQuery = queryOptions({
  queryKey: ['touchpoints', 'list'],
  queryFn: ({ signal }) => request<LibraryList>('/touchpoints', { signal }),
})
export const unmappedQuery = queryOptions({
  queryKey: ['touchpoints', 'unmapped'],
  queryFn: ({ signal }) => request<Unmapped>('/touchpoints/unmapped?limit=200', { signal }),
})
export const rulesPreviewQuery = (body: RulesPreviewRequest) =>
  queryOptions({
    queryKey: ['touchpoints', 'preview', body],
    queryFn: ({ signal }) => request<RulesPreview>('/touchpoints/preview', { method: 'POST', body, signal }),
    placeholderData: keepPreviousData,
  })
