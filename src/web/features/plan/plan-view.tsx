import './plan.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { mapsQuery } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { useMay } from '../people/people-queries.ts'
import { FitResult } from './fit-result.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { planOfMapQuery, plansQuery, readPlanText, removePlan, savePlan, type AnyPlan } from './plan-queries.ts'

const nothing: AnyPlan = { name: 'none', stages: [] }

/** How journeys follow a plan: one that is kept, a map's, or a file's. */
export function PlanView() {
  const { search, change } = useExplore()
  const chosen = search.with?.['plan'] ?? ''
  const plans = useQuery(plansQuery)
  const maps = useQuery(mapsQuery)
  const map = chosen.startsWith('map:') ? chosen.slice(4) : ''
  const ofMap = useQuery({ ...planOfMapQuery(map), enabled: map !== '' })
  const kept = plans.data?.rows.find(({ id }) => id === chosen)
  // What was read from a file or changed here stands in the place of what was chosen, until something else is.
  const [own, setOwn] = useState<{ readonly of: string; readonly plan: AnyPlan }>()
  const [error, setError] = useState<unknown>()
  const input = useRef<HTMLInputElement>(null)
  const plan = own?.of === chosen ? own.plan : map === '' ? kept?.plan : ofMap.data?.plan
  const method = useMethod<'fit'>({ question: 'fit', plan: plan ?? nothing, limit: 200 }, plan !== undefined)
  const read = (file: File | undefined): void => {
    setError(undefined)
    if (file)
      void file
        .text()
        .then(readPlanText)
        .then((found) => setOwn({ of: chosen, plan: found.plan }), setError)
  }
  return (
    <section className="plan stack">
      <div className="row plan-choice">
        <SelectField
          label="Compare with"
          value={chosen}
          choices={[
            { value: '', label: own?.of === '' ? 'The file you chose' : 'Choose a plan' },
            ...(plans.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ...(maps.data?.rows ?? []).map(({ id, title }) => ({ value: `map:${id}`, label: `Map: ${title}` })),
          ]}
          onChange={(value) => change({ with: { ...search.with, plan: value } }, true)}
        />
        <div className="field plan-file">
          <span className="field-label">or a file: BPMN, PNML, a Mermaid journey, JSON</span>
          <Button onPress={() => input.current?.click()}>Choose a file</Button>
          <input
            ref={input}
            type="file"
            accept=".bpmn,.pnml,.mmd,.md,.json,.xml,.txt"
            className="visually-hidden"
            aria-label="Choose a file with a plan"
            tabIndex={-1}
            onChange={(event) => {
              read(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        {plan ? (
          <KeepPlan key={chosen} plan={plan} kept={kept} onKept={(id) => change({ with: { ...search.with, plan: id } }, true)} />
        ) : null}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
      {ofMap.isError && map !== '' ? <ProblemNotice error={ofMap.error} /> : null}
      {plan ? (
        <>
          {'stages' in plan ? (
            <PlanEditor plan={plan} onChange={(next) => setOwn({ of: chosen, plan: next })} />
          ) : (
            <p className="soft small">
              “{plan.name}” is a net of {plan.transitions.length} transitions. It is compared as it is; it cannot be changed here.
            </p>
          )}
          <MethodPanel method={method} rows={8}>
            {(answer) => <FitResult answer={answer} plan={plan} />}
          </MethodPanel>
        </>
      ) : (
        <div className="method">
          <Empty title="How is the journey meant to go?">
            <p>
              Compare what customers do with a plan: which steps they leave out, which they add, which come at another place; who does so,
              and what it goes with in time, goal and feeling.
            </p>
            <p>Take one of your maps as the plan, a process model (BPMN, PNML), or a Mermaid journey.</p>
          </Empty>
        </div>
      )}
    </section>
  )
}

interface KeepPlanProps {
  readonly plan: AnyPlan
  readonly kept: { readonly id: string; readonly name: string } | undefined
  readonly onKept: (id: string) => void
}

function KeepPlan({ plan, kept, onKept }: KeepPlanProps) {
  const may = useMay('define')
  const client = useQueryClient()
  const [name, setName] = useState(kept?.name ?? plan.name)
  const [error, setError] = useState<unknown>()
  if (!may) return null
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: plansQuery.queryKey })
  const keep = (): void => void savePlan(name.trim(), plan).then((stored) => again().then(() => onKept(stored.id)), setError)
  return (
    <>
      <TextField label="Keep it as" value={name} onChange={setName} onEnter={keep} />
      <Button isDisabled={name.trim() === ''} onPress={keep}>
        Keep
      </Button>
      {kept ? (
        <Button look="quiet" onPress={() => void removePlan(kept.id).then(() => again().then(() => onKept('')), setError)}>
          Forget
        </Button>
      ) : null}
      {error ? <ProblemNotice error={error} /> : null}
    </>
  )
}
