import { journeyChips } from './filter-chips.ts'
import { FilterPopover } from './filter-popover.tsx'
import type { Vocabulary } from './event-filter-button.tsx'
import { JourneyFilterFields } from './journey-filter-fields.tsx'
import { useExplore } from './use-explore.ts'

export function JourneyFilterButton({ vocabulary }: { readonly vocabulary: Vocabulary | undefined }) {
  const { search, change } = useExplore()
  return (
    <FilterPopover
      title="Which journeys"
      active={journeyChips(search).length}
      sentence="Counts only the journeys for which all of this holds. The events inside them are left alone. To hide events, use “Which events”."
    >
      <JourneyFilterFields filter={search.journeys ?? {}} vocabulary={vocabulary} onChange={(journeys) => change({ journeys })} />
    </FilterPopover>
  )
}
