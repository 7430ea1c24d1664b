import { planStages } from '../analysis/stages/plan-stages.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Template } from '../journey/template.ts'
import { askMap, type Ask } from './ask-map.ts'
import type { MapReads } from './map-reads.ts'
import { Refusal } from './refusal.ts'

export interface DiscoverMapInput extends MapReads {
  readonly title: string
  readonly definition: JourneyDefinition
  readonly template?: Template | undefined
  readonly sources: readonly { readonly name: string; readonly events: number }[]
  readonly version: string
  /** Questions answered, of how many. */
  readonly onStep?: (done: number, total: number) => void
}

/** Computes a journey map by asking questions. The same events, definition and version give the same map. Refuses with `no_data`. */
export async function discoverMap(ask: Ask, input: DiscoverMapInput): Promise<JourneyMap> {
  const { title, definition, template, sources, version, traces, themes, hidden } = input
  return askMap(counting(ask, input.onStep), {
    title,
    definition,
    ...(template && { template }),
    sources,
    version,
    traces,
    themes,
    hidden,
    overviewOf([overview]) {
      if (overview && overview.journeys > 0) return overview
      throw new Refusal(
        'no_data',
        sources.length === 0 ? undefined : 'No journey fits this definition: its filter or its start leaves nothing. Widen it.',
      )
    },
    planOf: (touchpoints, transitions) => planStages({ touchpoints, transitions, ...(template && { template }) }),
  })
}

/** Questions asked at the most; where a definition has no goal it is one less. */
const questions = 9

function counting(ask: Ask, onStep: DiscoverMapInput['onStep']): Ask {
  let done = 0
  return async (question) => {
    onStep?.(done, questions)
    const answer = await ask(question)
    done += 1
    return answer
  }
}
