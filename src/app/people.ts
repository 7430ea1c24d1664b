import { actions, type ChangePerson, type Me, type NewPerson, type Person } from '../contract/people.ts'
import type { Page } from '../contract/page.ts'
import type { Role } from '../contract/workspace.ts'
import type { Paged, StoredPerson } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { can, demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** People of the workspace, in the order they were added. */
export async function listPeople(actor: Actor, wend: Wend, page: Page): Promise<Paged<Person>> {
  demand(actor, 'look')
  const { total, rows } = await wend.state.people.list(actor.workspace, page)
  return { total, rows: rows.map(presentPerson) }
}

/** Refuses with `person_in_use` when the name is taken. */
export async function addPerson(actor: Actor, wend: Wend, person: NewPerson): Promise<Person> {
  demand(actor, 'manage-people')
  return presentPerson(await wend.state.people.add(actor.workspace, person))
}

/** Changes name and role; what is missing stays. Refuses with `person_not_found`, `person_in_use` or `last_owner`. */
export async function changePerson(actor: Actor, wend: Wend, { id, ...change }: ChangePerson & { readonly id: number }): Promise<Person> {
  demand(actor, 'manage-people')
  const person = await findPerson(actor, wend, id)
  const changed = { ...person, ...change }
  if (!(await wend.state.people.put(actor.workspace, changed))) throw new Refusal('person_not_found')
  return changed
}

/** Who asks, and what they may do. */
export function whoAmI(actor: Actor): Me {
  return {
    person: { ...actor.person, role: actor.role },
    may: actions.filter((action) => can(actor, action)),
    chosen: actor.chosen ?? false,
  }
}

/** Somebody of the workspace says who they are. Nobody signs in yet, so this is a name and not a lock. Refuses with `person_not_found`. */
export async function chooseMe(actor: Actor, wend: Wend, id: number): Promise<Me> {
  demand(actor, 'look')
  const person = await findPerson(actor, wend, id)
  return whoAmI({ workspace: actor.workspace, person: { id, name: person.name }, role: person.role, chosen: true })
}

async function findPerson(actor: Actor, wend: Wend, id: number): Promise<Person> {
  const stored = await wend.state.people.get(actor.workspace, id)
  if (!stored) throw new Refusal('person_not_found')
  return presentPerson(stored)
}

const presentPerson = ({ id, name, role }: StoredPerson): Person => ({ id, name, role: role as Role })
