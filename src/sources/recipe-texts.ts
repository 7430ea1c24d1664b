import type { EventRule, Mapped } from './recipe.ts'

/** A text of a rule that may hold placeholders, and where it stands. */
export interface PlacedText {
  readonly path: readonly (string | number)[]
  readonly text: string
  /** The event cannot be made without it. */
  readonly essential: boolean
}

/** Every text of a rule that may hold placeholders. */
export function textsOf(rule: EventRule): readonly PlacedText[] {
  const texts: PlacedText[] = []
  const add = (text: string | undefined, path: readonly (string | number)[], essential = false): void => {
    if (text !== undefined) texts.push({ path, text, essential })
  }
  const addMapped = (mapped: Mapped | undefined, path: readonly (string | number)[], essential = false): void =>
    typeof mapped === 'object' ? add(mapped.value, [...path, 'value'], essential) : add(mapped, path, essential)
  add(rule.customer, ['customer'], true)
  addMapped(rule.touchpoint, ['touchpoint'], true)
  add(rule.time?.value, ['time'], true)
  rule.each?.forEach((entry, i) => {
    addMapped(entry.touchpoint, ['each', i, 'touchpoint'], true)
    add(entry.time.value, ['each', i, 'time'], true)
    addMapped(entry.channel, ['each', i, 'channel'])
  })
  rule.when.forEach((test, i) => add(test.value, ['when', i, 'value']))
  add(rule.account, ['account'])
  add(rule.role, ['role'])
  addMapped(rule.channel, ['channel'])
  add(rule.score?.value, ['score', 'value'])
  add(rule.text, ['text'])
  add(rule.link, ['link'])
  add(rule.sequence, ['sequence'])
  add(rule.id, ['id'])
  for (const [name, text] of Object.entries(rule.properties)) add(text, ['properties', name])
  return texts
}

/** The aliases that a rule's placeholders may name: its own file and the joined ones. */
export const aliasesOf = (rule: EventRule): readonly string[] => [rule.from, ...rule.join.map((join) => join.file)]
