import type { JourneyFilter } from '../../../journey/filter.ts'
import type { Asked } from '../../../journey/question.ts'
import type { ExploreSearch } from './explore-search.ts'

const day = 86_400_000

/** The filters and the grouping that every question of Explore carries. The period is a journey filter: it counts fewer journeys and cuts none. */
export function askedBy(search: ExploreSearch): Asked {
  const journeys: JourneyFilter = {
    ...search.journeys,
    ...(search.from === undefined ? {} : { startFrom: Date.parse(search.from) }),
    ...(search.to === undefined ? {} : { startTo: Date.parse(search.to) + day }),
  }
  return {
    ...(search.events ? { events: search.events } : {}),
    ...(Object.keys(journeys).length > 0 ? { journeys } : {}),
    ...(search.group === undefined ? {} : { groupBy: search.group }),
  }
}
