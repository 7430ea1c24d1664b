import type { Job } from '../contract/jobs.ts'
import type { DiscoverRequest } from '../contract/maps.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Template } from '../journey/template.ts'
import type { Actor } from './actor.ts'
import { chooseDefinition } from './definitions.ts'
import { discoverMap } from './discover-map.ts'
import { mapReads } from './map-reads.ts'
import type { WorkContext } from './job-runner.ts'
import { templateNamed } from './saved-templates.ts'
import { saveMap } from './maps.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Starts the computation of a map; the job's result is its id. Refuses with `no_data`, `definition_not_found`, `template_not_found` or `too_many_jobs`. */
export async function discoverMapJob(actor: Actor, wend: Wend, request: DiscoverRequest): Promise<Job> {
  demand(actor, 'discover')
  const definition = await chooseDefinition(actor, wend, request.definition)
  const template = request.template === undefined ? undefined : await templateNamed(actor, wend, request.template)
  if ((await wend.events.sources(actor.workspace)).length === 0) throw new Refusal('no_data')
  const title = request.title ?? definition.name
  return wend.jobs.start(actor, {
    kind: 'discover',
    title: `Discover "${title}"`,
    run: async (context) => {
      const map = await discoverFromEvents(actor, wend, { definition, template, title, ...context })
      return { map: (await saveMap(actor, wend, map)).id }
    },
  })
}

export interface DiscoverFrom extends WorkContext {
  readonly definition: JourneyDefinition
  readonly template?: Template | undefined
  readonly title: string
}

/** The map of everything stored in the workspace; nothing is saved. */
export async function discoverFromEvents(
  actor: Actor,
  wend: Wend,
  { definition, template, title, signal, progress }: DiscoverFrom,
): Promise<JourneyMap> {
  demand(actor, 'discover')
  const sources = await wend.events.sources(actor.workspace)
  return discoverMap((question) => wend.events.ask(actor.workspace, definition, question, signal), {
    title,
    definition,
    template,
    sources: sources.map(({ name, events }) => ({ name, events })),
    version: wend.version,
    ...(await mapReads({ events: wend.events, state: wend.state, workspace: actor.workspace, definition, signal })),
    onStep: (done, total) => progress({ phase: 'Asking the journeys', done, total, unit: 'steps', rows: 0 }),
  })
}
