import type { EventStore } from '../events/event-store.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyFilter } from '../journey/filter.ts'
import type { Insight } from '../journey/insight.ts'
import type { Traces } from '../journey/trace.ts'
import type { StateStore } from '../state/state-store.ts'
import { hiddenInsights } from './insights.ts'
import { methodContext } from './methods/run-method.ts'
import { themeInsightsOf } from './methods/themes/theme-insights-of.ts'

/** What a map is made of besides answers to questions. */
export interface MapReads {
  /** Single journeys of the same events and filters. */
  readonly traces: () => Promise<Traces>
  /** Themes in words that go with clearly better or worse scores. */
  readonly themes: () => Promise<readonly Insight[]>
  /** Ids of insights that people rejected: they are not put on maps. */
  readonly hidden: ReadonlySet<string>
}
export interface MapReadsInput {
  readonly events: EventStore
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly journeys?: JourneyFilter
  readonly signal: AbortSignal
  /** What people decided; absent when files are read. */
  readonly state?: StateStore
}

export async function mapReads({ journeys, ...parts }: MapReadsInput): Promise<MapReads> {
  const { events, workspace, definition, signal, state } = parts
  const asked = journeys ? { journeys } : {}
  return {
    traces: () => events.traces(workspace, definition, asked, signal),
    themes: () => themeInsightsOf(methodContext(parts, asked), asked),
    hidden: state ? await hiddenInsights(state.insights, workspace) : new Set(),
  }
}
