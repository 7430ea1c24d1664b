import { z } from 'zod'
import type { Activity, ActivityGroup, ActivityQuery } from '../contract/activity.ts'
import { cardFace } from '../exports/card-face.ts'
import { groupActivity, type Touch, type TouchGroup } from '../journey/group-activity.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { MapActivity } from '../state/map-log-store.ts'
import type { Actor } from './actor.ts'
import { loadMap } from './maps.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

/** Changes read for one page; a page that reads so many may hold fewer groups than were asked for. */
const mostUpdates = 5000
const updatesAtOnce = 1000
/** Things named in one group. */
const mostThings = 20

/** Who changed what and when, newest first, by person and minute. Refuses with `map_not_found`. */
export async function mapActivity(actor: Actor, wend: Wend, asked: ActivityQuery & { readonly id: string }): Promise<Activity> {
  demand(actor, 'look')
  const { map } = await loadMap(actor, wend, asked.id)
  const touches = await readTouches(actor, wend, asked)
  const groups = groupActivity(touches.rows)
  // The last group may go on in changes that were not read.
  const whole = touches.all || groups.length === 1 ? groups : groups.slice(0, -1)
  const shown = whole.slice(0, asked.limit)
  const oldest = shown.at(-1)?.first ?? 1
  const names = namesOf(map)
  return { rows: shown.map((group) => present(group, names)), next: oldest > 1 ? oldest : null }
}

async function readTouches(
  actor: Actor,
  wend: Wend,
  { id, limit, before }: ActivityQuery & { readonly id: string },
): Promise<{ readonly rows: readonly Touch[]; readonly all: boolean }> {
  const rows: Touch[] = []
  // Numbers run without a gap, so those after `before` are as many as the difference.
  const skipped = before === undefined ? 0 : Math.max(0, (await wend.state.mapLog.last(actor.workspace, id)) - before + 1)
  while (rows.length < mostUpdates) {
    const page = await wend.state.mapLog.activity(actor.workspace, id, { limit: updatesAtOnce, offset: skipped + rows.length })
    rows.push(...page.rows.map(touchOf))
    if (page.rows.length < updatesAtOnce) return { rows, all: true }
    if (groupActivity(rows).length > limit) break
  }
  return { rows, all: false }
}

const idsSchema = z.array(z.string()).catch([])
const touchedSchema = z.object({ cards: idsSchema, stages: idsSchema, steps: idsSchema, lanes: idsSchema }).catch({
  cards: [],
  stages: [],
  steps: [],
  lanes: [],
})

function touchOf({ number, by, at, touched }: MapActivity): Touch {
  const { cards, stages, steps, lanes } = touchedSchema.parse(touched)
  const things = [
    ...cards.map((id) => `card:${id}`),
    ...stages.map((id) => `stage:${id}`),
    ...steps.map((id) => `step:${id}`),
    ...lanes.map((id) => `lane:${id}`),
  ]
  return { number, by, at, things }
}

function namesOf(map: JourneyMap): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...map.cards.map((card) => [`card:${card.id}`, cardFace(card).title] as const),
    ...map.stages.map((stage) => [`stage:${stage.id}`, stage.name] as const),
    ...map.stages.flatMap((stage) => stage.steps.map((step) => [`step:${step.id}`, step.name] as const)),
    ...map.lanes.map((lane) => [`lane:${lane.id}`, lane.name] as const),
  ])
}

const present = ({ by, from, to, updates, things }: TouchGroup, names: ReadonlyMap<string, string>): ActivityGroup => ({
  by,
  from,
  to,
  updates,
  total: things.length,
  things: things.slice(0, mostThings).map((thing) => {
    const colon = thing.indexOf(':')
    return { what: thing.slice(0, colon) as 'card', id: thing.slice(colon + 1), name: names.get(thing) ?? null }
  }),
})
