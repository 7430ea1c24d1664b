import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyMap } from '../journey/map.ts'
import { localOwner } from './actor.ts'
import { discoverMap } from './discover-map.ts'
import { mapReads } from './map-reads.ts'
import { demandNames } from './files-ask.ts'
import type { OpenedFiles } from './files-store.ts'
import type { WorkContext } from './job-runner.ts'
import { findTemplate } from './list-templates.ts'
import { wendVersion } from './version.ts'

export interface DiscoverFiles extends WorkContext {
  readonly definition: JourneyDefinition
  readonly title: string
  readonly template?: string | undefined
}

/** The map of files that were opened. Refuses with `no_data`, `template_not_found` or `bad_question`. */
export async function discoverFiles(
  { events }: Pick<OpenedFiles, 'events'>,
  { definition, title, template, signal, progress }: DiscoverFiles,
): Promise<JourneyMap> {
  const chosen = template === undefined ? undefined : findTemplate(template)
  await demandNames(events, { touchpoints: [...definition.start, ...definition.goal] })
  const sources = await events.sources(localOwner.workspace)
  return discoverMap((question) => events.ask(localOwner.workspace, definition, question, signal), {
    title,
    definition,
    ...(chosen && { template: chosen }),
    sources: sources.map((source) => ({ name: source.name, events: source.events })),
    version: wendVersion,
    ...(await mapReads({ events, workspace: localOwner.workspace, definition, signal })),
    onStep: (done, total) => progress({ phase: 'Asking the journeys', done, total, unit: 'steps', rows: 0 }),
  })
}
