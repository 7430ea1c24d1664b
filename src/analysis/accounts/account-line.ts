import type { AccountEventRow } from '../../journey/answer.ts'
import type { AccountPerson, AccountRow, AccountSummary } from '../../journey/methods/account.ts'
import type { StageGroup } from '../../journey/question.ts'

export interface AccountLineInput {
  /** In order. */
  readonly events: readonly AccountEventRow[]
  readonly stages: readonly StageGroup[]
  /** Only people of this role move the account on; undefined: everybody. */
  readonly role?: string | undefined
  readonly silentMs: number
  /** UTC ms of "now". */
  readonly asOf: number
}
export interface AccountLine extends Pick<AccountSummary, 'people' | 'silences' | 'band'> {
  readonly rows: readonly AccountRow[]
}

/** One account's events with its stage over time, its people, and the times of silence. A stage once reached is not lost again. */
export function accountLine({ events, stages, role, silentMs, asOf }: AccountLineInput): AccountLine {
  const place = new Map(stages.flatMap((stage, index) => stage.touchpoints.map((name) => [name, index] as const)))
  const people = peopleOf(events, { silentMs, asOf })
  const roleOf = new Map(people.map((person) => [person.customer, person.role]))
  const band: { stage: string; from: number; to: number }[] = []
  const silences: { from: number; to: number }[] = []
  let furthest = -1
  let before: number | undefined
  const rows = events.map((event): AccountRow => {
    if (before !== undefined && event.time - before > silentMs) silences.push({ from: before, to: event.time })
    before = event.time
    const counts = role === undefined || roleOf.get(event.customer) === role
    const reached = counts ? (place.get(event.touchpoint) ?? -1) : -1
    if (reached > furthest) {
      furthest = reached
      const last = band.at(-1)
      if (last) last.to = event.time
      band.push({ stage: stages[reached]?.stage ?? '', from: event.time, to: event.time })
    }
    return { ...event, stage: stages[furthest]?.stage ?? null }
  })
  const last = band.at(-1)
  if (last && before !== undefined) last.to = Math.max(before, last.from)
  if (before !== undefined && asOf - before > silentMs) silences.push({ from: before, to: asOf })
  return { rows, people, silences, band: band.filter(({ from, to }, index) => to > from || index === band.length - 1) }
}

/** In order of their first event; a person's role is the last one known. */
function peopleOf(
  events: readonly AccountEventRow[],
  { silentMs, asOf }: Pick<AccountLineInput, 'silentMs' | 'asOf'>,
): readonly AccountPerson[] {
  return [...Map.groupBy(events, (event) => event.customer)].map(([customer, own]) => {
    const first = own[0]?.time ?? asOf
    const last = own.at(-1)?.time ?? asOf
    const role = own.findLast((event) => event.role !== '')?.role ?? ''
    return { customer, role, events: own.length, first, last, silent: asOf - last > silentMs }
  })
}
