import { endsByNature } from '../pain-points/ends-by-nature.ts'
import { exitCandidates } from '../pain-points/exits.ts'
import type { Found } from './found.ts'
import type { Sign } from './sign.ts'

/** Leaving must surely be at least ten points more frequent than elsewhere: people who come another way differ by less than that anyway. */
const sureExit = 0.1

/** Touchpoints after which people leave. Without a goal nobody can be said to have left: an end may as well be a success. */
export function exitSigns({ input }: Found): readonly Sign[] {
  if (input.definition.goal.length === 0) return []
  const open = beforeTheEnd(input)
  const touchpoints = input.touchpoints.filter((row) => open.has(row.touchpoint))
  return exitCandidates({ ...input, touchpoints }).map(
    ({ touchpoint, key, title, detail, effect, low, high, p, n, affected, size, evidence }): Sign => ({
      cause: 'exit',
      touchpoint,
      key,
      unit: 'share',
      compared: { value: effect, low, high, p },
      surelyBeyond: sureExit,
      n,
      affected,
      size,
      bad: { title, detail },
      good: { title: `Few leave after "${touchpoint}"`, detail },
      evidence,
      answers: [],
      rest: [],
      within: 'place',
    }),
  )
}

/** Touchpoints most of whose visits come before anything that ends a journey by nature: after it people have what they came for. */
function beforeTheEnd({ traces, touchpoints, definition }: Found['input']): ReadonlySet<string> {
  const ending = new Set(touchpoints.filter((row) => endsByNature(row, definition)).map((row) => row.touchpoint))
  const before = new Map<string, number>()
  for (const { touchpoints: path } of traces) {
    let ended = false
    for (const name of path) {
      before.set(name, (before.get(name) ?? 0) + (ended ? -1 : 1))
      ended ||= ending.has(name)
    }
  }
  return new Set([...before].flatMap(([name, balance]) => (balance >= 0 ? [name] : [])))
}
