import { claimNames } from '../analysis/touchpoints/map-names.ts'
import type { RulesPreview, RulesPreviewRequest, Unmapped } from '../contract/touchpoints.ts'
import type { Page } from '../contract/page.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { addTouchpoints, mostRules, mostTouchpoints, type TouchpointBody } from './touchpoints.ts'
import type { Wend } from './wend.ts'

const shownNames = 500
const draft = ' draft'

/** What rules would take, before anybody saves them: each name with its events, and who else wants it. */
export async function previewRules(actor: Actor, wend: Wend, { touchpoint, rules }: RulesPreviewRequest): Promise<RulesPreview> {
  demand(actor, 'look')
  const { library, names } = await known(actor, wend)
  const id = touchpoint ?? draft
  const own = { id, name: '', rules }
  const others = library.some((one) => one.id === id) ? library.map((one) => (one.id === id ? own : one)) : [...library, own]
  const claims = claimNames(
    others,
    names.map(({ name }) => name),
  )
  const nameOf = new Map(library.map((one) => [one.id, one.name]))
  const rows = names.flatMap(({ name, channel, events }) => {
    const all = claims.get(name) ?? []
    const mine = all.find((claim) => claim.touchpoint === id)
    if (!mine) return []
    const other = all.find((claim) => claim.touchpoint !== id)
    const claimedBy = other ? { id: other.touchpoint, name: nameOf.get(other.touchpoint) ?? '' } : null
    return [{ name, channel, events, rule: mine.rule, claimedBy, wins: all[0] === mine }]
  })
  const won = rows.filter((row) => row.wins)
  const sum = (of: typeof rows) => ({ names: of.length, events: of.reduce((total, row) => total + row.events, 0) })
  return {
    ...sum(won),
    rules: rules.map((_, index) => sum(won.filter((row) => row.rule === index))),
    rows: rows.slice(0, shownNames),
  }
}

/** Event names that no touchpoint of the library takes, most events first. */
export async function unmappedNames(actor: Actor, wend: Wend, { limit, offset }: Page): Promise<Unmapped> {
  demand(actor, 'look')
  const left = await unmapped(actor, wend)
  return { total: left.length, events: left.reduce((sum, one) => sum + one.events, 0), rows: left.slice(offset, offset + limit) }
}

/** A touchpoint for each name that none takes yet, as far as the library has room; those with most events first. */
export async function seedTouchpoints(actor: Actor, wend: Wend): Promise<{ readonly added: number }> {
  demand(actor, 'edit-workspace')
  const stored = await wend.state.touchpoints.list(actor.workspace, mostTouchpoints)
  const taken = new Set(stored.map((one) => one.name.toLowerCase()))
  const rules = stored.reduce((sum, { body }) => sum + (body as TouchpointBody).rules.length, 0)
  const room = Math.max(0, Math.min(mostTouchpoints - stored.length, mostRules - rules))
  const wanted = (await unmapped(actor, wend)).flatMap(({ name, channel }) => {
    const called = name.trim().slice(0, 200)
    if (called === '' || taken.has(called.toLowerCase())) return []
    taken.add(called.toLowerCase())
    return [{ name: called, channel: channel.slice(0, 200), rules: [{ kind: 'exact' as const, text: name.slice(0, 1000) }] }]
  })
  const added = await addTouchpoints(actor, wend, wanted.slice(0, room))
  return { added: added.length }
}

async function unmapped(actor: Actor, wend: Wend): Promise<Unmapped['rows']> {
  const { library, names } = await known(actor, wend)
  const claims = claimNames(
    library,
    names.map(({ name }) => name),
  )
  return names.filter(({ name }) => !claims.has(name)).map(({ name, channel, events }) => ({ name, channel, events }))
}

async function known(actor: Actor, wend: Wend) {
  const stored = await wend.state.touchpoints.list(actor.workspace, mostTouchpoints)
  const library = stored.map(({ id, name, body }) => ({ id, name, rules: (body as TouchpointBody).rules }))
  return { library, names: (await wend.events.vocabulary(actor.workspace)).touchpoints }
}
