import './insights.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCount } from '../../../exports/format.ts'
import type { Insight, InsightKind } from '../../../journey/insight.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { effectEnds } from './effect-bar.tsx'
import { InsightCard } from './insight-card.tsx'
import { insightKindNames } from './insight-kind-names.ts'
import { saidQuery, useInsightActions, type InsightActions } from './insight-queries.ts'
import { judgeInsights, notFoundNow, type InsightState } from './sort-insights.ts'

/** What analysis found, for people to accept, reject, merge and comment on. */
export function InsightsView() {
  const method = useMethod<'insights'>({ question: 'insights', limit: 1000 })
  const said = useQuery(saidQuery)
  const actions = useInsightActions()
  return (
    <section className="insights">
      {actions.error ? <ProblemNotice error={actions.error} /> : null}
      {said.error ? <ProblemNotice error={said.error} onRetry={() => void said.refetch()} /> : null}
      <MethodPanel method={method} rows={10}>
        {(answer) => <Found rows={answer.rows} said={said.data ?? { verdicts: [], comments: [] }} actions={actions} />}
      </MethodPanel>
    </section>
  )
}

interface FoundProps {
  readonly rows: readonly Insight[]
  readonly said: Parameters<typeof judgeInsights>[1]
  readonly actions: InsightActions
}

const states: readonly { readonly value: InsightState; readonly label: string }[] = [
  { value: 'new', label: 'To look at' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'rejected', label: 'Rejected' },
]

function Found({ rows, said, actions }: FoundProps) {
  const { search, change } = useExplore()
  const state = states.find(({ value }) => value === search.with?.['state'])?.value ?? 'new'
  const kind = search.with?.['kind'] ?? ''
  const judged = judgeInsights(rows, said)
  const ends = effectEnds(rows)
  const kinds = [...new Set(judged.map(({ insight }) => insight.kind))]
  const shown = judged.filter((one) => one.state === state && (kind === '' || one.insight.kind === kind))
  const pick = (next: Readonly<Record<string, string>>): void => change({ with: { state, kind, ...next } }, true)
  const count = (of: InsightState): number => judged.filter((one) => one.state === of).length
  return (
    <>
      <div className="spread insight-tools">
        <Segmented
          label="What was decided"
          value={state}
          choices={states.map(({ value, label }) => ({ value, label: `${label} ${formatCount(count(value))}` }))}
          onChange={(value) => pick({ state: value })}
        />
        <SelectField
          label="Kind"
          hideLabel
          value={kind}
          choices={[
            { value: '', label: 'All kinds' },
            ...kinds.map((one) => ({ value: one, label: insightKindNames[one as InsightKind] })),
          ]}
          onChange={(value) => pick({ kind: value })}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft insight-none">
          {state === 'new'
            ? judged.length === 0
              ? 'Nothing stands out: no place in these journeys is worse or better than its comparison by more than chance would bring.'
              : 'Nothing is left to look at here.'
            : state === 'accepted'
              ? 'Nothing is accepted yet. Accept what your team believes and wants to work on.'
              : 'Nothing is rejected. What you reject is not put on maps, and stays rejected when it is found again.'}
        </p>
      ) : (
        <ul className="insight-list">
          {shown.map((one) => (
            <li key={one.insight.id}>
              <InsightCard judged={one} others={judged.map(({ insight }) => insight)} actions={actions} ends={ends} />
            </li>
          ))}
        </ul>
      )}
      <NotFound rows={rows} said={said} actions={actions} />
    </>
  )
}

/** Decisions on what is not found now stay in sight: they still count. */
function NotFound({ rows, said, actions }: FoundProps) {
  const [open, setOpen] = useState(false)
  const gone = notFoundNow(rows, said)
  if (gone.length === 0) return null
  return (
    <details className="insight-gone" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{formatCount(gone.length)} decided earlier and not found under these filters</summary>
      <ul>
        {gone.map((verdict) => (
          <li key={verdict.insight} className="spread">
            <span>
              {verdict.title}{' '}
              <span className="soft">
                · {verdict.verdict} by {verdict.by}
              </span>
            </span>
            <Button small onPress={() => actions.takeBack.mutate(verdict.insight)}>
              Forget
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
