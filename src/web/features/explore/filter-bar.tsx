import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { definitionsQuery, vocabularyQuery } from '../../api/queries.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { EventFilterButton } from './event-filter-button.tsx'
import { eventChips, journeyChips, type FilterChip } from './filter-chips.ts'
import { JourneyFilterButton } from './journey-filter-button.tsx'
import { useDefinition, useExplore } from './use-explore.ts'

/** What all views look at: the definition, the period, which events, which journeys, and the grouping. */
export function FilterBar() {
  const { search, change } = useExplore()
  const { definition } = useDefinition()
  const definitions = useQuery(definitionsQuery)
  const vocabulary = useQuery(vocabularyQuery)
  const properties = vocabulary.data?.properties ?? []
  return (
    <section className="filter-bar" aria-label="Filters">
      <div className="filter-line">
        {(definitions.data?.rows.length ?? 0) > 0 ? (
          <SelectField
            label="Journey definition"
            className="filter-definition"
            value={definition ?? ''}
            choices={[
              ...(definitions.data?.rows.some((one) => one.builtIn) ? [] : [{ value: '', label: 'All events of a customer' }]),
              ...(definitions.data?.rows ?? []).map((one) => ({ value: one.id, label: one.definition.name })),
            ]}
            onChange={(id) => change({ definition: id || undefined })}
          />
        ) : null}
        <TextField
          type="date"
          label="Journeys that start from"
          value={search.from ?? ''}
          onChange={(from) => change({ from: from || undefined }, true)}
        />
        <TextField type="date" label="to" value={search.to ?? ''} onChange={(to) => change({ to: to || undefined }, true)} />
        <div className="field">
          <span className="field-label" aria-hidden>
            Filter
          </span>
          <div className="row filter-buttons">
            <EventFilterButton vocabulary={vocabulary.data} />
            <JourneyFilterButton vocabulary={vocabulary.data} />
          </div>
        </div>
        {properties.length > 0 ? (
          <SelectField
            label="Group by"
            value={search.group ?? ''}
            choices={[{ value: '', label: 'Nothing' }, ...properties.map((name) => ({ value: name, label: name }))]}
            onChange={(group) => change({ group: group || undefined, only: undefined })}
          />
        ) : null}
      </div>
      <Chips
        title="Only events"
        chips={eventChips(search)}
        note="Events are hidden inside journeys, so what lay around them become neighbours."
      />
      <Chips title="Only journeys that" chips={journeyChips(search)} note="Journeys stay whole; fewer are counted." />
    </section>
  )
}

function Chips({ title, chips, note }: { readonly title: string; readonly chips: readonly FilterChip[]; readonly note: string }) {
  const { replaceAll } = useExplore()
  if (chips.length === 0) return null
  return (
    <div className="filter-chips">
      <span className="filter-chips-title">{title}</span>
      {chips.map((chip) => (
        <span key={chip.text} className="chip">
          {chip.text}
          <button type="button" aria-label={`Remove: ${chip.text}`} onClick={() => replaceAll(chip.without)}>
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
      <span className="faint small">{note}</span>
    </div>
  )
}
