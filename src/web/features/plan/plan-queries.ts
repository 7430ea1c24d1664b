import { queryOptions } from '@tanstack/react-query'
import type { PlanList, StoredPlan } from '../../../contract/plans.ts'
import type { Plan, PlanNet } from '../../../journey/plan.ts'
import { request } from '../../api/request.ts'

export type AnyPlan = Plan | PlanNet

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: ({ signal }) => request<PlanList>('/plans', { signal }),
})
export const planOfMapQuery = (map: string) =>
  queryOptions({
    queryKey: ['map', map, 'plan'],
    queryFn: ({ signal }) => request<{ readonly plan: AnyPlan }>(`/plans/of-map/${map}`, { signal }),
    retry: false,
  })
export const savePlan = (name: string, plan: AnyPlan): Promise<StoredPlan> =>
  request<StoredPlan>('/plans', { method: 'POST', body: { name, plan } })
export const removePlan = (id: string): Promise<void> => request<void>(`/plans/${id}`, { method: 'DELETE' })
export const readPlanText = (text: string): Promise<{ readonly plan: AnyPlan }> =>
  request<{ readonly plan: AnyPlan }>('/plans/read', { method: 'POST', body: { text } })
