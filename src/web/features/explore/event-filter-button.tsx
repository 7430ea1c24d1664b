import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { vocabularySchema } from '../../../contract/vocabulary.ts'
import type { EventFilter } from '../../../journey/filter.ts'
import { sourcesQuery } from '../../api/queries.ts'
import { NamePicker } from '../../ui/name-picker.tsx'
import { eventChips } from './filter-chips.ts'
import { FilterPopover } from './filter-popover.tsx'
import { PropertyTests } from './property-tests.tsx'
import { useExplore } from './use-explore.ts'

export type Vocabulary = z.output<typeof vocabularySchema>
export const touchpointNames = (vocabulary: Vocabulary | undefined) =>
  (vocabulary?.touchpoints ?? []).map((one) => ({ name: one.name, count: one.events }))

export function EventFilterButton({ vocabulary }: { readonly vocabulary: Vocabulary | undefined }) {
  const { search, change } = useExplore()
  const sources = useQuery(sourcesQuery)
  const filter = search.events ?? {}
  const set = (patch: { readonly [Key in keyof EventFilter]?: EventFilter[Key] | undefined }): void => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...patch }).filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0)),
    )
    change({ events: Object.keys(next).length > 0 ? next : undefined })
  }
  return (
    <FilterPopover
      title="Which events"
      active={eventChips(search).length}
      sentence="Hides events inside the journeys. The events around a hidden one become neighbours, so transitions, variants and times change. To count fewer journeys and leave them whole, use “Which journeys”."
    >
      <NamePicker
        label="Only touchpoints"
        names={touchpointNames(vocabulary)}
        chosen={filter.touchpoints ?? []}
        onChange={(touchpoints) => set({ touchpoints })}
      />
      <NamePicker
        label="Without touchpoints"
        names={touchpointNames(vocabulary)}
        chosen={filter.notTouchpoints ?? []}
        onChange={(notTouchpoints) => set({ notTouchpoints })}
      />
      <NamePicker
        label="Channels"
        names={(vocabulary?.channels ?? []).map((name) => ({ name }))}
        chosen={filter.channels ?? []}
        onChange={(channels) => set({ channels })}
      />
      <NamePicker
        label="Sources"
        names={(sources.data?.rows ?? []).map((one) => ({ name: one.name, count: one.events }))}
        chosen={filter.sources ?? []}
        onChange={(names) => set({ sources: names })}
      />
      <PropertyTests
        subject="Events where"
        names={vocabulary?.properties ?? []}
        tests={filter.properties ?? []}
        onChange={(properties) => set({ properties })}
      />
    </FilterPopover>
  )
}
