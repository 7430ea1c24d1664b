import type { JourneyDefinition } from '../../../journey/definition.ts'

const day = 86_400_000

/** What the form for a new map starts from: a customer's whole history, as one journey; young ones still open. */
export const startingDefinition: JourneyDefinition = {
  name: 'All events of a customer',
  unit: 'customer',
  filter: {},
  start: [],
  goal: [],
  repeats: false,
  stillOpenMs: 14 * day,
  segments: [],
}

/** The definition with some of it changed; a duration of undefined is taken away. */
export function changeDefinition(
  definition: JourneyDefinition,
  patch: { readonly [Key in keyof JourneyDefinition]?: JourneyDefinition[Key] | undefined },
): JourneyDefinition {
  return Object.fromEntries(
    Object.entries({ ...definition, ...patch }).filter(([, value]) => value !== undefined),
  ) as unknown as JourneyDefinition
}
