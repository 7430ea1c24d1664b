import { adjustedEffect } from './adjusted-effect.ts'
import { type Found, leastAnswers } from './found.ts'
import type { Sign } from './sign.ts'

/** For each answer: 1 when its journey had met the sign's place before it was given. */
export function metBy({ table }: Found, { cause, touchpoint, to, answers }: Sign): Uint8Array {
  const met = new Uint8Array(table.value.length)
  if (cause === 'late') {
    for (const index of answers) met[index] = 1
    return met
  }
  const firstOf = new Map<number, number>()
  for (let index = 0; index < met.length; index++) {
    const journey = table.trace[index] ?? 0
    const first = firstOf.get(journey) ?? firstPlace(table.traces[journey]?.touchpoints ?? [], touchpoint, to)
    firstOf.set(journey, first)
    if (first <= (table.step[index] ?? 0)) met[index] = 1
  }
  return met
}

function firstPlace(path: readonly string[], touchpoint: string, to: string | undefined): number {
  for (let at = path.indexOf(touchpoint); at >= 0; at = path.indexOf(touchpoint, at + 1)) {
    if (to === undefined) return at
    if (path[at + 1] === to) return at + 1
  }
  return Infinity
}

/** A finding, and for each answer whether its journey had met it. */
export interface Met {
  readonly head: Sign
  readonly met: Uint8Array
}

/**
 * Is less than half of the sign's effect left, or nothing that is sure, when having met these is held equal? Answers given at the
 * very place of one of them are left out: they are it.
 */
export function explainedBy({ table }: Found, sign: Sign, troubles: readonly Met[]): boolean {
  const stratum = sign.within === 'scale' ? table.scaleAnyTime : table.placeAnyTime
  const places = new Set(troubles.flatMap(({ head }) => (head.to === undefined && head.cause !== 'late' ? [head.touchpoint] : [])))
  const apart = (indexes: readonly number[]) => indexes.filter((index) => !places.has(table.place[index] ?? ''))
  const flags = troubles.map(({ met }) => met)
  const left = adjustedEffect({ value: table.value, stratum }, { group: apart(sign.answers), rest: apart(sign.rest), flags })
  if (!left || left.n < leastAnswers) return troubles.length === 1 && mostlyIn(sign, troubles[0]?.head)
  const way = Math.sign(sign.compared.value)
  return way * left.value < Math.max(0.5 * Math.abs(sign.compared.value), 1.96 * left.error)
}

/** Are eight in ten of its answers the head's own? */
function mostlyIn(sign: Sign, head: Sign | undefined): boolean {
  const own = new Set(head?.answers)
  return sign.answers.filter((index) => own.has(index)).length >= 0.8 * sign.answers.length
}
