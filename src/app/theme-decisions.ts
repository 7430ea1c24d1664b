import type { DecideTheme } from '../contract/themes.ts'
import type { ThemeDecision } from '../journey/theme-decision.ts'
import type { Paged, PageOf } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Newest first. */
export async function listThemeDecisions(actor: Actor, wend: Wend, page: PageOf): Promise<Paged<ThemeDecision>> {
  demand(actor, 'look')
  return wend.state.themes.list(actor.workspace, page)
}

/** A person's own decision counts at once. */
export async function decideTheme(actor: Actor, wend: Wend, made: DecideTheme): Promise<ThemeDecision> {
  demand(actor, 'edit-workspace')
  const at = wend.world.now()
  return addDecision(actor, wend, { ...made, model: null, acceptedAt: at, acceptedBy: actor.person.name })
}

type Added = Pick<ThemeDecision, 'anchor' | 'theme' | 'change' | 'model' | 'acceptedAt' | 'acceptedBy'>

/** Keeps a decision or a proposal under the name of the person who asked for it. */
export async function addDecision(actor: Actor, wend: Wend, added: Added): Promise<ThemeDecision> {
  const { world, state } = wend
  const decision: ThemeDecision = { ...added, id: world.newId(), at: world.now(), by: actor.person.name, undoneAt: null, undoneBy: null }
  await state.themes.put(actor.workspace, decision)
  return decision
}

/** Refuses with `theme_decision_not_found`. */
export const undoThemeDecision = (actor: Actor, wend: Wend, id: string): Promise<ThemeDecision> =>
  change(actor, wend, { id, to: (one, by, at) => (one.undoneAt === null ? { ...one, undoneAt: at, undoneBy: by } : one) })

/** Refuses with `theme_decision_not_found`. */
export const redoThemeDecision = (actor: Actor, wend: Wend, id: string): Promise<ThemeDecision> =>
  change(actor, wend, { id, to: (one) => ({ ...one, undoneAt: null, undoneBy: null }) })

/** Keeps who accepted and when; accepting again changes nothing. Refuses with `theme_decision_not_found`. */
export const acceptThemeDecision = (actor: Actor, wend: Wend, id: string): Promise<ThemeDecision> =>
  change(actor, wend, {
    id,
    to: (one, by, at) => (one.acceptedAt === null ? { ...one, acceptedAt: at, acceptedBy: by, undoneAt: null, undoneBy: null } : one),
  })

interface Changing {
  readonly id: string
  readonly to: (decision: ThemeDecision, by: string, at: number) => ThemeDecision
}

async function change(actor: Actor, wend: Wend, { id, to }: Changing): Promise<ThemeDecision> {
  demand(actor, 'edit-workspace')
  const decision = await wend.state.themes.get(actor.workspace, id)
  if (!decision) throw new Refusal('theme_decision_not_found')
  const changed = to(decision, actor.person.name, wend.world.now())
  await wend.state.themes.put(actor.workspace, changed)
  return changed
}
