import type { JourneyFilter } from '../../../journey/filter.ts'
import { formatDate } from '../../../exports/format.ts'
import { journeyChips } from '../explore/filter-chips.ts'

/** A rule in words, as phrases after "journeys that …"; an empty rule takes all. */
export function segmentWords(segment: JourneyFilter): readonly string[] {
  return [
    ...journeyChips({ journeys: segment }).map((chip) => chip.text),
    ...(segment.startFrom === undefined ? [] : [`started since ${formatDate(segment.startFrom)}`]),
    ...(segment.startTo === undefined ? [] : [`started before ${formatDate(segment.startTo)}`]),
    ...(segment.ids?.length ? [`are of ${segment.ids.length} named ids`] : []),
  ]
}
