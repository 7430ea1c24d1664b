import './refresh.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../../contract/settings.ts'
import { request } from '../../api/request.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'

const settingsKey = ['settings'] as const

/** Whether maps are computed again after each import; an owner decides. */
export function RefreshSetting() {
  const client = useQueryClient()
  const settings = useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => request<Settings>('/settings', { signal }) })
  const may = useMay('change-settings')
  const change = useMutation({
    mutationFn: (refreshAfterImport: boolean) => request<Settings>('/settings', { method: 'PUT', body: { refreshAfterImport } }),
    onSuccess: (next) => client.setQueryData(settingsKey, next),
  })
  if (!settings.data) return null
  return (
    <div className="stack">
      <label className="refresh-setting">
        <input
          type="checkbox"
          checked={settings.data.refreshAfterImport}
          disabled={!may || change.isPending}
          onChange={(event) => change.mutate(event.target.checked)}
        />
        <span>
          Compute maps again after each import
          <span className="soft small">
            {may ? 'What people wrote on them stays. Without this, maps say that they are older than the data.' : 'An owner decides this.'}
          </span>
        </span>
      </label>
      {change.isError ? <ProblemNotice error={change.error} /> : null}
    </div>
  )
}
