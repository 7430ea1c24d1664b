import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Alerts, NewAlert } from '../../../contract/alerts.ts'
import { formatDate } from '../../../exports/format.ts'
import type { Bucket } from '../../../journey/periods.ts'
import { request } from '../../api/request.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useDefinition } from '../explore/use-explore.ts'
import { useMay } from '../people/people-queries.ts'

const alertsQuery = queryOptions({ queryKey: ['alerts'], queryFn: ({ signal }) => request<Alerts>('/alerts', { signal }) })

const measures: readonly { readonly value: NewAlert['measure']; readonly label: string }[] = [
  { value: 'any', label: 'Anything' },
  { value: 'next', label: 'Where people go' },
  { value: 'time', label: 'How long they take' },
  { value: 'score', label: 'How they feel' },
  { value: 'start', label: 'How they begin' },
]

/** Alerts: a threshold that a person sets, looked for after each import; each change is told once. */
export function AlertsPanel({ bucket }: { readonly bucket: Bucket }) {
  const { definition } = useDefinition()
  const alerts = useQuery(alertsQuery)
  const client = useQueryClient()
  const may = useMay('define')
  const [measure, setMeasure] = useState<NewAlert['measure']>('any')
  const [points, setPoints] = useState('10')
  const [error, setError] = useState<unknown>()
  const act = (work: Promise<unknown>): void => {
    setError(undefined)
    void work.then(() => client.invalidateQueries({ queryKey: alertsQuery.queryKey }), setError)
  }
  const least = Math.min(200, Math.max(0, Number(points) || 0)) / 100
  const add = (): void => {
    if (definition === undefined) return
    const name = `${measures.find(({ value }) => value === measure)?.label ?? ''}: ${points} points or more`
    act(request('/alerts', { method: 'POST', body: { name, definition, measure, touchpoint: '', least, bucket } satisfies NewAlert }))
  }
  return (
    <section className="panel panel-body stack" aria-labelledby="alerts-title">
      <h2 id="alerts-title">Alerts</h2>
      {error ? <ProblemNotice error={error} /> : null}
      <p className="small soft">
        After each import Wend looks for changes that are clear of chance and at least as large as you say, and lists each once. One point
        is one of a hundred journeys, or 0.01 of the score scale.
      </p>
      {may ? (
        <div className="row alert-new">
          <SelectField
            label="Tell me when this changes"
            value={measure}
            choices={measures}
            onChange={(value) => setMeasure(value as NewAlert['measure'])}
          />
          <TextField label="by at least so many points" type="number" value={points} onChange={setPoints} onEnter={add} />
          <Button isDisabled={definition === undefined} onPress={add}>
            Set alert
          </Button>
          {alerts.data && alerts.data.rules.length > 0 ? (
            <Button look="quiet" onPress={() => act(request('/alerts/check', { method: 'POST' }))}>
              Look now
            </Button>
          ) : null}
        </div>
      ) : null}
      <ul className="alert-list">
        {alerts.data?.rules.map((rule) => (
          <li key={rule.id} className="row">
            <span>{rule.name}</span>
            {may ? (
              <IconButton label={`Remove the alert ${rule.name}`} onPress={() => act(request(`/alerts/${rule.id}`, { method: 'DELETE' }))}>
                <X size={14} aria-hidden />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      {alerts.data && alerts.data.fired.length > 0 ? (
        <ul className="alert-list">
          {alerts.data.fired.map((one) => (
            <li key={one.key} className="row">
              <span>
                {one.seenBy === null ? <strong>New: </strong> : null}
                {one.sentence}{' '}
                <span className="soft small">
                  since {formatDate(one.since)} · {one.name}
                </span>
              </span>
              {one.seenBy === null ? (
                <Button small onPress={() => act(request('/alerts/seen', { method: 'POST', body: { key: one.key } }))}>
                  Seen
                </Button>
              ) : (
                <span className="small soft">seen by {one.seenBy}</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
