import type { Workspace } from '../contract/workspace.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

const none = { limit: 1, offset: 0 }

/** What the workspace holds, for the first screen. */
export async function getWorkspace(actor: Actor, wend: Wend): Promise<Workspace> {
  demand(actor, 'look')
  const [workspace, sources, imports, maps] = await Promise.all([
    wend.state.workspaces.get(actor.workspace),
    wend.events.sources(actor.workspace),
    wend.state.imports.list(actor.workspace, none),
    wend.state.maps.list(actor.workspace, none),
  ])
  const events = sources.reduce((sum, source) => sum + source.events, 0)
  return {
    name: workspace?.name ?? '',
    person: { ...actor.person, role: actor.role },
    empty: events === 0,
    imports: imports.total,
    events,
    customers: sources.reduce((most, source) => Math.max(most, source.customers), 0),
    from: earliest(sources.map((source) => source.from)),
    to: latest(sources.map((source) => source.to)),
    maps: maps.total,
    version: wend.version,
    limits: { uploadBytes: wend.limits.uploadBytes, rows: wend.limits.rows, steps: wend.limits.steps },
  }
}

const earliest = (times: readonly (number | null)[]): number | null =>
  times.reduce((best, time) => (time !== null && (best === null || time < best) ? time : best), null)
const latest = (times: readonly (number | null)[]): number | null =>
  times.reduce((best, time) => (time !== null && (best === null || time > best) ? time : best), null)
