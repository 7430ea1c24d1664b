import type { IdentityLink, IdentityRules } from '../journey/identity.ts'
import { createRandom, type Random } from './random.ts'

/** How people of a simulated company come under several ids. */
export interface SimulatedIdentities {
  readonly rules: IdentityRules
  readonly links: readonly IdentityLink[]
  readonly isStrong: (id: string) => boolean
  /** Whose each id is. */
  readonly personOf: ReadonlyMap<string, number>
}

const shares = {
  /** People with a user number, and those of them who log in on a device. */
  user: 0.8,
  logsIn: 0.7,
  /** Devices on which a second person of the household logs in too; where people share one, its owner mostly logs in as well. */
  shared: 0.02,
  ownerOfShared: 0.9,
  /** People who give the mailbox of their household, and of their company. */
  household: 0.02,
  company: 0.02,
  /** Ids of the shop that carry the person's e-mail address. */
  mail: 0.6,
  mistyped: 0.01,
} as const

/**
 * People with one to three devices, a shop id each and often a user number; some devices and mailboxes are shared. Links are
 * what the events would show: a login on a device, an address at a checkout.
 */
export function simulateIdentities(seed: number, people: number): SimulatedIdentities {
  const random = createRandom(seed)
  const links: IdentityLink[] = []
  const personOf = new Map<string, number>()
  const users = Array.from({ length: people }, () => random.uniform() < shares.user)
  for (let person = 0; person < people; person++) {
    const mail = mailOf(random, person)
    const own = (id: string): string => {
      personOf.set(id, person)
      return id
    }
    if (users[person]) links.push({ rule: 1, a: own(`user-${person}`), b: mail })
    const shop = own(`shop-${person}`)
    if (random.uniform() < shares.mail) links.push({ rule: 1, a: shop, b: random.uniform() < shares.mistyped ? `x${mail}` : mail })
    for (let device = 1 + Math.floor(random.uniform() * 3); device > 0; device--) {
      const id = own(`device-${person}-${device}`)
      const guest = person ^ 1
      const shared = users[guest] && random.uniform() < shares.shared
      if (shared) links.push({ rule: 0, a: id, b: `user-${guest}` })
      if (users[person] && random.uniform() < (shared ? shares.ownerOfShared : shares.logsIn))
        links.push({ rule: 0, a: id, b: `user-${person}` })
    }
  }
  return { rules, links, isStrong: (id) => id.startsWith('user-'), personOf }
}

function mailOf(random: Random, person: number): string {
  const kind = random.uniform()
  if (kind < shares.household) return `home-${Math.floor(person / 2)}@example.org`
  if (kind < shares.household + shares.company) return `info@company-${person % 5}.example`
  return `p${person}@example.org`
}

const rules: IdentityRules = {
  strong: { sources: [], prefixes: ['user-'] },
  rules: [
    { kind: 'same-event', property: 'user' },
    { kind: 'shared-key', property: 'email', form: 'email', most: 4 },
  ],
}
