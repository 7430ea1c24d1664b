import type { Arrival } from '../arrival.ts'
import { drawEntry, drawSegments, type CastMember } from '../cast.ts'
import { categorical, chance, lognormal, poisson } from '../distributions.ts'
import { newPerson, sayGoodbye } from '../new-person.ts'
import type { Person } from '../person.ts'
import type { Simulation } from '../simulation.ts'
import { walk } from '../walk.ts'
import { accountName } from './account-name.ts'

const dayMs = 86_400_000

/** One account: the champion finds the product; buyer, admin and end users join as the story goes on. */
export function playAccount(simulation: Simulation, arrival: Arrival): number {
  const { random } = simulation
  const archetype = categorical(random, arrival.cast.shares)
  const member = arrival.cast.members[archetype]
  if (!member) return 0
  const account: Account = {
    simulation,
    arrival,
    archetype,
    member,
    properties: drawSegments(random, member),
    people: 0,
    reached: new Uint8Array(simulation.touchpoints.length),
    told: [],
  }
  const champion = enter(account, 'champion', undefined)
  if (!champion) return 0
  walkFrom(account, champion, { touchpoint: drawEntry(random, member), at: arrival.at })
  leaveStage(account, champion)
  const inviter = playAdmin(account, champion)
  playBuyer(account, champion)
  playUsers(account, champion, inviter)
  finish(account)
  return account.people
}

interface Account {
  readonly simulation: Simulation
  readonly arrival: Arrival
  readonly archetype: number
  readonly member: CastMember
  readonly properties: Readonly<Record<string, string>>
  people: number
  readonly reached: Uint8Array
  readonly told: { readonly customer: string; readonly role: string }[]
}

const place = (simulation: Simulation, name: string): number => simulation.touchpoints.findIndex((touchpoint) => touchpoint.name === name)
const firstAt = (account: Account, person: Person | undefined, name: string): number =>
  person?.firstAt[place(account.simulation, name)] ?? 0
const daysLater = ({ simulation: { random } }: Account, median: number): number => lognormal(random, median * dayMs, 0.6)

/** A new person of the account, unless the run has enough people. What the champion went through colours how others begin. */
function enter(account: Account, role: string, champion: Person | undefined): Person | undefined {
  const { simulation, arrival, member } = account
  if (account.people >= arrival.atMost) return undefined
  const device =
    role === 'champion' ? account.properties : { ...account.properties, device: drawSegments(simulation.random, member)['device'] ?? '' }
  const number = arrival.first + account.people++
  const name = accountName(arrival.number)
  const accountId = `a_${(arrival.number + 1).toString(36).padStart(4, '0')}`
  const person = newPerson(simulation, { number, member, role, account: name, accountId, properties: device })
  if (champion && champion.carry < -0.1)
    Object.assign(person, {
      carry: champion.carry * 0.7,
      carryAt: champion.carryAt,
      theme: champion.theme,
      themeShift: champion.themeShift * 0.7,
      themeAt: champion.themeAt,
    })
  return person
}

function walkFrom(account: Account, person: Person, begin: { readonly touchpoint: string; readonly at: number }): void {
  walk(account.simulation, person, { state: place(account.simulation, begin.touchpoint), at: Math.floor(begin.at) })
}

function leaveStage(account: Account, person: Person): void {
  sayGoodbye(account.simulation, person, account.archetype)
  for (let i = 0; i < account.reached.length; i++) if (person.firstAt[i] !== 0) account.reached[i] = 1
  if (account.arrival.tell) account.told.push({ customer: person.id, role: person.role })
}

/** Reads prices and security while the proposal lies on the table, and decides about the renewal some months later. */
function playBuyer(account: Account, champion: Person): void {
  const { random, until } = account.simulation
  const proposal = firstAt(account, champion, 'Proposal sent')
  const won = firstAt(account, champion, 'Deal won')
  const begin = (proposal || won) + daysLater(account, 1.2)
  if ((proposal === 0 && (won === 0 || !chance(random, 0.5))) || begin >= until) return
  const buyer = enter(account, 'economic buyer', champion)
  if (!buyer) return
  walkFrom(account, buyer, { touchpoint: chance(random, 0.7) ? 'Pricing page' : 'Security page', at: begin })
  const renewal = won + 80 * dayMs + daysLater(account, 8)
  if (won > 0 && renewal < until) walkFrom(account, buyer, { touchpoint: 'Renewal offered', at: Math.max(renewal, latest(buyer) + dayMs) })
  leaveStage(account, buyer)
}

/** Returns when teammates were first invited, by the admin or before by the champion; 0 if never. */
function playAdmin(account: Account, champion: Person): number {
  const { random, until } = account.simulation
  const byChampion = firstAt(account, champion, 'Invite teammates')
  const won = firstAt(account, champion, 'Deal won')
  const begin = (firstAt(account, champion, 'Kick-off call') || won + daysLater(account, 5)) + daysLater(account, 1)
  if (won === 0 || begin >= until || account.properties['company_size'] === '1-10' || !chance(random, 0.92)) return byChampion
  const admin = enter(account, 'admin', champion)
  if (!admin) return byChampion
  walkFrom(account, admin, { touchpoint: 'Create team space', at: begin })
  leaveStage(account, admin)
  return byChampion || firstAt(account, admin, 'Invite teammates')
}

const teamSizes: Readonly<Record<string, number>> = { '1-10': 1.5, '11-50': 3, '51-250': 5, '251+': 8 }

function playUsers(account: Account, champion: Person, invitedAt: number): void {
  if (invitedAt === 0) return
  const { random, until } = account.simulation
  const count = 1 + poisson(random, teamSizes[account.properties['company_size'] ?? ''] ?? 3)
  for (let i = 0; i < count; i++) {
    const begin = invitedAt + daysLater(account, 1)
    const user = begin < until ? enter(account, 'end user', champion) : undefined
    if (!user) continue
    walkFrom(account, user, { touchpoint: 'Accept invitation', at: begin })
    leaveStage(account, user)
  }
}

function finish(account: Account): void {
  const { tally, company } = account.simulation
  tally.accounts++
  tally.archetypeAccounts[account.archetype] = (tally.archetypeAccounts[account.archetype] ?? 0) + 1
  account.reached.forEach((reached, i) => (tally.accountsReached[i] = (tally.accountsReached[i] ?? 0) + reached))
  const reachedGoal = account.reached[place(account.simulation, company.goal)] === 1
  const common = { archetype: account.member.archetype.name, account: accountName(account.arrival.number), reachedGoal }
  for (const { customer, role } of account.told) account.arrival.tell?.({ customer, role, ...common })
}

function latest(person: Person): number {
  return person.firstAt.reduce((max, at) => Math.max(max, at), 0)
}
