import type { CastMember } from './cast.ts'
import { bandOf } from './tally.ts'
import { files } from './output.ts'
import type { Person } from './person.ts'
import { closeRecords } from './record.ts'
import type { Simulation } from './simulation.ts'

export interface Introduction {
  /** 0-based; the id is made from it. */
  readonly number: number
  readonly member: CastMember
  readonly role: string
  readonly account: string
  readonly accountId: string
  readonly properties: Readonly<Record<string, string>>
}

/** A person who has not been anywhere yet. */
export function newPerson(simulation: Simulation, { number, member, role, account, accountId, properties }: Introduction): Person {
  const chains = member.chains[role]
  if (!chains) throw new Error(`nobody has the role "${role}"`)
  const id = `c_${(number + 1).toString(36).padStart(5, '0')}`
  const { device = '', campaign = '', ...nested } = properties
  const whose = account === '' ? { user_id: id } : { user_id: id, account, role }
  return {
    id,
    account,
    accountId,
    role,
    ...chains,
    properties,
    webTail: `",${JSON.stringify({ ...whose, device, campaign, properties: nested }).slice(1)}\n`,
    mood: member.mood,
    firstAt: new Float64Array(simulation.touchpoints.length),
    events: 0,
    files: 0,
    felt: 0,
    immediate: 0,
    carry: 0,
    carryAt: 0,
    theme: -1,
    themeShift: 0,
    themeAt: 0,
    row: undefined,
    ticket: undefined,
  }
}

/** Writes what is still open and counts the person, once their story is over. */
export function sayGoodbye(simulation: Simulation, person: Person, archetype: number): void {
  const { tally, output, company } = simulation
  closeRecords(simulation, person)
  tally.customers++
  tally.archetypes[archetype] = (tally.archetypes[archetype] ?? 0) + 1
  const band = bandOf(person.events)
  tally.lengths[band] = (tally.lengths[band] ?? 0) + 1
  if (person.role !== '') tally.roles.set(person.role, (tally.roles.get(person.role) ?? 0) + 1)
  for (let file = 0; file < files.length; file++) if (person.files & (1 << file)) output.customers[file] = (output.customers[file] ?? 0) + 1
  for (let effect = 0; effect < company.planted.length; effect++)
    if (person.felt & (1 << effect)) tally.affected[effect] = (tally.affected[effect] ?? 0) + 1
  company.personas.forEach(({ rule }, i) => {
    if (Object.entries(rule).every(([property, value]) => (property === 'role' ? person.role : person.properties[property]) === value))
      tally.personas[i] = (tally.personas[i] ?? 0) + 1
  })
}
