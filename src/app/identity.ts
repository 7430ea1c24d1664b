import { z } from 'zod'
import { identityRulesSchema, undoneJoinSchema, type Identity } from '../contract/identity.ts'
import type { Job } from '../contract/jobs.ts'
import type { JoinsAsked, JoinsListed } from '../events/identity/list-joins.ts'
import { noIdentityRules, type IdentityRules, type UndoneJoin } from '../journey/identity.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { refreshAfterImport } from './refresh-map.ts'
import type { Wend } from './wend.ts'

const decidedSchema = z.object({
  rules: identityRulesSchema,
  undone: z.array(undoneJoinSchema.extend({ by: z.string(), at: z.number() })),
})
type Decided = z.output<typeof decidedSchema>

/** The rules that join ids, what people took back, and what came of it. */
export async function getIdentity(actor: Actor, wend: Wend): Promise<Identity> {
  demand(actor, 'look')
  const { counts, ids, customers } = await wend.events.listJoins(actor.workspace, { limit: 0, offset: 0 })
  return { ...(await decided(actor, wend)), counts, ids, customers }
}

/** Every reason to join two ids, with what came of it. */
export function listJoins(actor: Actor, wend: Wend, asked: JoinsAsked): Promise<JoinsListed> {
  demand(actor, 'look')
  return wend.events.listJoins(actor.workspace, asked)
}

/** Sets the rules and starts joining by them. Refuses with `too_many_jobs`. */
export async function changeIdentity(actor: Actor, wend: Wend, rules: IdentityRules): Promise<Job> {
  demand(actor, 'define')
  const before = await decided(actor, wend)
  return decide(actor, wend, { ...before, rules: rules as Decided['rules'] })
}

/** Takes a join back, or lets it be made again. Refuses with `too_many_jobs`. */
export async function takeBackJoin(
  actor: Actor,
  wend: Wend,
  { join, back }: { readonly join: UndoneJoin; readonly back: boolean },
): Promise<Job> {
  demand(actor, 'define')
  const { a, b, key } = join
  const before = await decided(actor, wend)
  const rest = before.undone.filter((one) => !(one.key === key && ((one.a === a && one.b === b) || (one.a === b && one.b === a))))
  const undone = back ? [...rest, { a, b, key, by: actor.person.name, at: wend.world.now() }] : rest
  return decide(actor, wend, { ...before, undone })
}

/** Joins the ids of new events by the rules there are. What goes wrong is logged: the import stays done, and joins stay as they were. */
export async function joinAfterImport(actor: Actor, wend: Wend, signal: AbortSignal): Promise<void> {
  try {
    const { rules, undone } = await decided(actor, wend)
    if (rules.rules.length > 0) await wend.events.joinIds({ workspace: actor.workspace, rules, undone, signal })
  } catch (error) {
    wend.log('ids could not be joined after an import', error)
  }
}

async function decided(actor: Actor, wend: Wend): Promise<Decided> {
  const { identity } = await wend.state.settings.all(actor.workspace)
  return decidedSchema.safeParse(identity).data ?? { rules: noIdentityRules as Decided['rules'], undone: [] }
}

async function decide(actor: Actor, wend: Wend, next: Decided): Promise<Job> {
  await wend.state.settings.put(actor.workspace, 'identity', next)
  return wend.jobs.start(actor, {
    kind: 'identity',
    title: 'Join ids into customers',
    run: async ({ signal, progress }) => {
      progress({ phase: 'Joining ids', done: 0, total: null, unit: 'steps', rows: 0 })
      const { rules, undone } = await decided(actor, wend)
      await wend.events.joinIds({ workspace: actor.workspace, rules, undone, signal })
      const refresh = await refreshAfterImport(actor, wend)
      return refresh ? { refresh: refresh.id } : {}
    },
  })
}
