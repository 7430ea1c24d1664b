/** One stored change: who, when (UTC milliseconds), its number in the log and the ids that it touched. */
export interface Touch {
  readonly number: number
  readonly by: string
  readonly at: number
  readonly things: readonly string[]
}
export interface TouchGroup {
  readonly by: string
  readonly from: number
  readonly to: number
  readonly updates: number
  /** Number of its oldest change. */
  readonly first: number
  /** Each once, last touched first. */
  readonly things: readonly string[]
}

const minute = 60_000

/** Changes, newest first, put together by person and minute; another person's change in between starts a new group. */
export function groupActivity(touches: readonly Touch[]): readonly TouchGroup[] {
  const groups: (Omit<TouchGroup, 'things'> & { readonly things: Set<string> })[] = []
  for (const { number, by, at, things } of touches) {
    const last = groups.at(-1)
    if (last && last.by === by && Math.floor(last.to / minute) === Math.floor(at / minute)) {
      for (const thing of things) last.things.add(thing)
      groups[groups.length - 1] = { ...last, from: Math.min(last.from, at), updates: last.updates + 1, first: number }
    } else groups.push({ by, from: at, to: at, updates: 1, first: number, things: new Set(things) })
  }
  return groups.map((group) => ({ ...group, things: [...group.things] }))
}
