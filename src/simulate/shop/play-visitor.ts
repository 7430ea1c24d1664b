import type { Arrival } from '../arrival.ts'
import { drawEntry, drawSegments } from '../cast.ts'
import { categorical } from '../distributions.ts'
import { newPerson, sayGoodbye } from '../new-person.ts'
import type { Simulation } from '../simulation.ts'
import { walk } from '../walk.ts'

/** One visitor of the shop, from the first click to the last we see of them. */
export function playVisitor(simulation: Simulation, arrival: Arrival): number {
  const { random, touchpoints, company } = simulation
  const archetype = categorical(random, arrival.cast.shares)
  const member = arrival.cast.members[archetype]
  if (!member) return 0
  const person = newPerson(simulation, {
    number: arrival.first,
    member,
    role: '',
    account: '',
    accountId: '',
    properties: drawSegments(random, member),
  })
  const entry = drawEntry(random, member)
  walk(simulation, person, { state: touchpoints.findIndex((touchpoint) => touchpoint.name === entry), at: arrival.at })
  sayGoodbye(simulation, person, archetype)
  const goal = touchpoints.findIndex((touchpoint) => touchpoint.name === company.goal)
  arrival.tell?.({ customer: person.id, archetype: member.archetype.name, reachedGoal: person.firstAt[goal] !== 0 })
  return 1
}
