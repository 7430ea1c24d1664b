import type { Job, RefreshedMap } from '../contract/jobs.ts'
import { readMap } from '../document/read-map.ts'
import { refreshMap } from '../document/refresh.ts'
import { readForPersona } from '../analysis/discover/read-for-persona.ts'
import { changesInWords } from '../exports/change-words.ts'
import { hasLostNumbers } from '../journey/lost-numbers.ts'
import type { JourneyMap, MapBasis, Stage } from '../journey/map.ts'
import type { Template } from '../journey/template.ts'
import { templateFromMap } from '../journey/template-from-map.ts'
import type { Actor } from './actor.ts'
import { discoverFromEvents } from './discover-map-job.ts'
import type { WorkContext } from './job-runner.ts'
import { templateIfAny } from './saved-templates.ts'
import { loadMap } from './maps.ts'
import { mapReads } from './map-reads.ts'
import { computeOnStages } from './read-for-persona.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { getSettings } from './settings.ts'
import { isStale } from './stale-map.ts'
import type { Wend } from './wend.ts'

/** Changes of one map that a job remembers; `total` counts all. */
const remembered = 100
const rememberedOfMany = 10

/**
 * Starts the computation of a map again, from today's events, with the definition and template it was computed with. The
 * job's result says what changed. Refuses with `map_not_found`, `map_by_hand` or `too_many_jobs`.
 */
export async function refreshMapJob(actor: Actor, wend: Wend, id: string): Promise<Job> {
  demand(actor, 'edit-map')
  const { map } = await loadMap(actor, wend, id)
  const { basis } = map
  if (!basis) throw new Refusal('map_by_hand')
  return wend.jobs.start(actor, {
    kind: 'refresh',
    title: `Refresh "${map.title}"`,
    run: async (context) => ({ map: id, refreshed: [await computeAgain(actor, wend, { id, title: map.title, basis, ...context })] }),
  })
}

/**
 * Starts the computation of all maps that are older than the data, unless the workspace has decided otherwise. An import
 * that is done stays done: what goes wrong here is only logged, and the maps say that they are older than the data.
 */
export async function refreshAfterImport(actor: Actor, wend: Wend): Promise<Job | undefined> {
  try {
    const stale = (await getSettings(actor, wend)).refreshAfterImport ? await staleMaps(actor, wend) : []
    if (stale.length === 0) return undefined
    return await wend.jobs.start(actor, {
      kind: 'refresh',
      title: stale.length === 1 ? `Refresh "${stale[0]?.title ?? ''}"` : `Refresh ${stale.length} maps`,
      run: async (context) => ({ refreshed: await refreshAll(actor, wend, { stale, ...context }) }),
    })
  } catch (error) {
    wend.log('maps could not be computed again after an import', error)
    return undefined
  }
}

interface StaleMap {
  readonly id: string
  readonly title: string
  readonly basis: MapBasis
}

/** Computed maps that are older than the data. */
export async function staleMaps(actor: Actor, wend: Wend): Promise<readonly StaleMap[]> {
  demand(actor, 'look')
  const sources = await wend.events.sources(actor.workspace)
  const stale: StaleMap[] = []
  for (let offset = 0, total = 1; offset < total; offset += 100) {
    const page = await wend.state.maps.list(actor.workspace, { limit: 100, offset })
    total = page.total
    for (const { id, title, hash } of page.rows) {
      const map = hash === null ? undefined : await wend.live.read(actor.workspace, id)
      if (map?.basis && isStale(map, sources)) stale.push({ id, title, basis: map.basis })
    }
  }
  return stale
}

/** Computes maps again, one after the other; one that cannot be computed keeps its numbers and is logged. */
export async function refreshAll(
  actor: Actor,
  wend: Wend,
  { stale, signal, progress }: WorkContext & { readonly stale: readonly StaleMap[] },
): Promise<RefreshedMap[]> {
  const done: RefreshedMap[] = []
  for (const [index, map] of stale.entries()) {
    signal.throwIfAborted()
    const phase = `Computing "${map.title}" again (${index + 1} of ${stale.length})`
    try {
      const step = await computeAgain(actor, wend, { ...map, signal, progress: (at) => progress({ ...at, phase }) })
      done.push({ ...step, rows: step.rows.slice(0, rememberedOfMany) })
    } catch (error) {
      if (signal.aborted) throw error
      wend.log(`map ${map.id} could not be computed again`, error)
    }
  }
  return done
}

async function computeAgain(actor: Actor, wend: Wend, { id, title, basis, ...context }: WorkContext & StaleMap): Promise<RefreshedMap> {
  const template = basis.template === null ? undefined : await templateOfMap(actor, wend, { id, template: basis.template })
  const computed = await discoverFromEvents(actor, wend, { definition: basis.definition, template, title, ...context })
  const renew = (map: JourneyMap): Promise<Renewed> =>
    wend.live.change(actor.workspace, id, actor.person.name, (doc) => {
      const before = readMap(doc)
      refreshMap(doc, map)
      return { before, after: readMap(doc) }
    })
  const { before, after } = await renew(computed)
  const last = hasLostNumbers(after) ? await renew(await onOwnStages(actor, wend, { map: after, signal: context.signal })) : { after }
  const changes = changesInWords(before, last.after)
  return { map: id, title, total: changes.length, rows: structuredClone(changes.slice(0, remembered)) as RefreshedMap['rows'] }
}

interface Renewed {
  readonly before: JourneyMap
  readonly after: JourneyMap
}

/** The map with every number counted on the stages as people have arranged them. */
async function onOwnStages(
  actor: Actor,
  wend: Wend,
  { map, signal }: { readonly map: JourneyMap; readonly signal: AbortSignal },
): Promise<JourneyMap> {
  const { basis } = map
  if (!basis || map.stages.every((stage) => isEmpty(stage))) return map
  const computed = await computeOnStages((question) => wend.events.ask(actor.workspace, basis.definition, question, signal), map, {
    version: wend.version,
    ...(await mapReads({ events: wend.events, state: wend.state, workspace: actor.workspace, definition: basis.definition, signal })),
  })
  const read = readForPersona({ map, computed, persona: null, segment: {} })
  return { ...read, stages: read.stages.map((stage) => (isEmpty(stage) ? withoutNumbers(stage) : stage)) }
}

const isEmpty = ({ steps }: Stage): boolean => steps.every(({ touchpoints }) => touchpoints.length === 0)
const withoutNumbers = ({ numbers: _numbers, ...stage }: Stage): Stage => stage

/** The template that a map was computed with; once it is deleted, the map's own stages and lanes stand in for it under its name. */
async function templateOfMap(
  actor: Actor,
  wend: Wend,
  { id, template: name }: { readonly id: string; readonly template: string },
): Promise<Template> {
  const known = await templateIfAny(actor, wend, name)
  if (known) return known
  const { map } = await loadMap(actor, wend, id)
  return templateFromMap(map, { name, title: map.title, summary: '', audience: 'any' })
}
