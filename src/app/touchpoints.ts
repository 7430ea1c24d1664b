import type { LibraryList, NewTouchpoint, TouchpointChange, WrittenTouchpoint } from '../contract/touchpoints.ts'
import { claimNames } from '../analysis/touchpoints/map-names.ts'
import type { TouchpointRule } from '../journey/touchpoint-rule.ts'
import type { StoredTouchpoint } from '../state/touchpoint-store.ts'
import type { Actor } from './actor.ts'
import { touchpointMentions } from './map-mentions.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { moveCardsTo, tellMapsOfTouchpoint } from './tell-maps.ts'
import type { Wend } from './wend.ts'

export interface TouchpointBody {
  readonly channel: string
  readonly team: string
  readonly description: string
  readonly rules: readonly TouchpointRule[]
}

/** Touchpoints of a library, at the most, and rules of all of them together. */
export const mostTouchpoints = 2000
export const mostRules = 10_000

const bodyOf = ({ body }: StoredTouchpoint): TouchpointBody => body as TouchpointBody

/** The library in the order of its rules, each with what it catches in the events and where it is used. */
export async function listTouchpoints(actor: Actor, wend: Wend): Promise<LibraryList> {
  demand(actor, 'look')
  const stored = await wend.state.touchpoints.list(actor.workspace, mostTouchpoints)
  const { touchpoints: names } = await wend.events.vocabulary(actor.workspace)
  const claims = claimNames(
    stored.map((one) => ({ id: one.id, rules: bodyOf(one).rules })),
    names.map(({ name }) => name),
  )
  const caught = new Map<string, { names: number; events: number }>()
  for (const { name, events } of names) {
    const winner = claims.get(name)?.[0]?.touchpoint
    if (winner === undefined) continue
    const before = caught.get(winner) ?? { names: 0, events: 0 }
    caught.set(winner, { names: before.names + 1, events: before.events + events })
  }
  const mentions = await touchpointMentions(actor, wend)
  const rows = stored.map((one) => ({
    ...writtenOf(one),
    ...(caught.get(one.id) ?? { names: 0, events: 0 }),
    maps: (mentions.get(one.id) ?? []).map((mention) => ({ ...mention })),
  }))
  return { total: rows.length, rows }
}

/** Refuses with `touchpoint_in_use` (the name is taken) or `library_full`. */
export async function addTouchpoint(actor: Actor, wend: Wend, wanted: NewTouchpoint): Promise<WrittenTouchpoint> {
  demand(actor, 'edit-workspace')
  const [added] = await addTouchpoints(actor, wend, [wanted])
  if (!added) throw new Error('a touchpoint was added and is not there')
  return added
}

/** All or none. */
export async function addTouchpoints(actor: Actor, wend: Wend, wanted: readonly NewTouchpoint[]): Promise<readonly WrittenTouchpoint[]> {
  const written = await wend.state.touchpoints.change(actor.workspace, (living) => {
    const last = Math.max(0, ...living.map((one) => one.position))
    const fresh = wanted.map(
      ({ name, channel = '', team = '', description = '', rules = [] }, index): StoredTouchpoint<TouchpointBody> => ({
        id: wend.world.newId(),
        position: last + step * (index + 1),
        name,
        body: { channel, team, description, rules },
        ...stamp(actor, wend),
      }),
    )
    checkWhole([...living, ...fresh])
    return fresh
  })
  return written.map(writtenOf)
}

export interface ChangeTouchpoint {
  readonly id: string
  readonly change: TouchpointChange
}

/** What is missing from the change stays; cards on maps follow. Refuses with `touchpoint_not_found`, `touchpoint_in_use` or `library_full`. */
export async function changeTouchpoint(actor: Actor, wend: Wend, { id, change }: ChangeTouchpoint): Promise<WrittenTouchpoint> {
  demand(actor, 'edit-workspace')
  let renamed = false
  const { name, before, ...said } = change
  const written = await wend.state.touchpoints.change(actor.workspace, (living) => {
    const old = living.find((one) => one.id === id)
    if (!old) throw new Refusal('touchpoint_not_found')
    const next = { ...old, name: name ?? old.name, body: { ...bodyOf(old), ...said }, ...stamp(actor, wend) }
    renamed = next.name !== old.name || next.body.channel !== bodyOf(old).channel || next.body.team !== bodyOf(old).team
    const moved = before === undefined ? [next] : inOrder(living, next, before)
    const ids = new Set(moved.map((one) => one.id))
    checkWhole([...living.filter((one) => !ids.has(one.id)), ...moved])
    return moved
  })
  const changed = written.find((one) => one.id === id)
  if (!changed) throw new Refusal('touchpoint_not_found')
  const record = writtenOf(changed)
  if (renamed) await tellMapsOfTouchpoint(actor, wend, record)
  return record
}

/** Cards that stand for it keep their words. Refuses with `touchpoint_not_found`. */
export async function removeTouchpoint(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'edit-workspace')
  await wend.state.touchpoints.change(actor.workspace, (living) => {
    const old = living.find((one) => one.id === id)
    if (!old) throw new Refusal('touchpoint_not_found')
    return [{ ...old, ...stamp(actor, wend), removedAt: wend.world.now() }]
  })
}

/** Brings a removed touchpoint back. Refuses with `touchpoint_not_found`, `touchpoint_in_use` or `library_full`. */
export async function restoreTouchpoint(actor: Actor, wend: Wend, id: string): Promise<WrittenTouchpoint> {
  demand(actor, 'edit-workspace')
  const old = await wend.state.touchpoints.get(actor.workspace, id)
  if (!old) throw new Refusal('touchpoint_not_found')
  if (old.removedAt === null) return writtenOf(old)
  const back = { ...old, ...stamp(actor, wend) }
  await wend.state.touchpoints.change(actor.workspace, (living) => {
    checkWhole([...living, back])
    return [back]
  })
  return writtenOf(back)
}

export interface MergeTouchpoint {
  readonly id: string
  readonly into: string
}

/** The other takes its rules and its cards; it goes. Refuses with `touchpoint_not_found`, `touchpoint_with_itself` or `library_full`. */
export async function mergeTouchpoint(actor: Actor, wend: Wend, { id, into }: MergeTouchpoint): Promise<WrittenTouchpoint> {
  demand(actor, 'edit-workspace')
  if (id === into) throw new Refusal('touchpoint_with_itself')
  const written = await wend.state.touchpoints.change(actor.workspace, (living) => {
    const from = living.find((one) => one.id === id)
    const to = living.find((one) => one.id === into)
    if (!from || !to) throw new Refusal('touchpoint_not_found')
    const texts = new Set(bodyOf(to).rules.map((rule) => JSON.stringify(rule)))
    const rules = [...bodyOf(to).rules, ...bodyOf(from).rules.filter((rule) => !texts.has(JSON.stringify(rule)))]
    return [
      { ...to, body: { ...bodyOf(to), rules }, ...stamp(actor, wend) },
      { ...from, ...stamp(actor, wend), removedAt: wend.world.now() },
    ]
  })
  const kept = written.find((one) => one.id === into)
  if (!kept) throw new Refusal('touchpoint_not_found')
  const record = writtenOf(kept)
  await moveCardsTo(actor, wend, { from: id, to: record })
  return record
}

/** Gaps in the order, so that one can be put between two without moving the others. */
const step = 1024

function inOrder(living: readonly StoredTouchpoint[], moved: StoredTouchpoint, before: string | null): readonly StoredTouchpoint[] {
  const others = living.filter((one) => one.id !== moved.id)
  const at = before === null ? others.length : others.findIndex((one) => one.id === before)
  if (at < 0) throw new Refusal('touchpoint_not_found')
  const low = others[at - 1]?.position ?? 0
  const high = others[at]?.position ?? low + 2 * step
  if (high - low > 1) return [{ ...moved, position: Math.floor((low + high) / 2) }]
  return others.toSpliced(at, 0, moved).map((one, index) => ({ ...one, position: (index + 1) * step }))
}

function checkWhole(living: readonly StoredTouchpoint[]): void {
  const names = new Set(living.map((one) => one.name.toLowerCase()))
  if (names.size < living.length) throw new Refusal('touchpoint_in_use')
  const rules = living.reduce((sum, one) => sum + bodyOf(one).rules.length, 0)
  if (living.length > mostTouchpoints || rules > mostRules) throw new Refusal('library_full')
}

const stamp = (actor: Actor, wend: Wend) => ({ changedAt: wend.world.now(), changedBy: actor.person.name, removedAt: null })

function writtenOf(stored: StoredTouchpoint): WrittenTouchpoint {
  const { channel, team, description, rules } = bodyOf(stored)
  const { id, name, changedAt, changedBy } = stored
  return { id, name, channel, team, description, rules: rules.map((rule) => ({ ...rule })), changedAt, changedBy }
}
