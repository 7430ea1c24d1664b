import type { FileReading } from './file-reading.ts'
import { nameWords, singular } from './humanise-header.ts'
import type { Join } from './recipe.ts'

/** Another file that a row can be looked up in, with the joins that lead there, in order. */
export interface Reachable {
  readonly reading: FileReading
  readonly joins: readonly Join[]
}

const nearlyUnique = 0.85

/**
 * Files that can be reached from `start` over shared key columns, nearest first, each by one way. The key must hardly
 * ever repeat in the file looked up, because of several fitting rows only the first counts.
 */
export function reachableFiles(start: FileReading, all: readonly FileReading[], maxSteps = 3): readonly Reachable[] {
  const found: Reachable[] = []
  let edge: readonly Reachable[] = [{ reading: start, joins: [] }]
  for (let step = 0; step < maxSteps && edge.length > 0; step++) {
    const next: Reachable[] = []
    for (const from of edge) {
      for (const target of all) {
        if (target === start || [...found, ...next].some(({ reading }) => reading === target)) continue
        const join = joinTo(from.reading, target, from.reading === start)
        if (join) next.push({ reading: target, joins: [...from.joins, join] })
      }
    }
    found.push(...next)
    edge = next
  }
  return found
}

function joinTo(from: FileReading, target: FileReading, own: boolean): Join | undefined {
  const left = (column: string): string => (own ? column : `${from.alias}.${column}`)
  const shared = target.profiles
    .filter(
      (there) =>
        there.distinct >= (isKeyName(there.words) ? nearlyUnique : 0.98) &&
        there.filled >= 0.9 &&
        there.time === undefined &&
        (isKeyName(there.words) || !there.numeric),
    )
    .find((there) => there.words !== 'id' && from.profiles.some((here) => here.name === there.name))
  if (shared) return { file: target.alias, on: { [left(shared.name)]: shared.name } }
  const id = target.profiles.find((there) => there.words === 'id' && there.distinct >= nearlyUnique)
  const entity = nameWords(target.file.name).map(singular)
  const pointer =
    id &&
    from.profiles.find(
      (here) =>
        here.words.endsWith(' id') && here.values.length > 0 && entity.includes(here.words.replace(/ id$/, '')) && entity.length <= 3,
    )
  if (pointer) return { file: target.alias, on: { [left(pointer.name)]: id.name } }
  const here = from.profiles.find((column) => column.words === 'id' && column.distinct >= nearlyUnique)
  const back = here && target.profiles.find((there) => there.words === `${from.entity.toLowerCase()} id` && there.distinct >= nearlyUnique)
  return back ? { file: target.alias, on: { [left(here.name)]: back.name } } : undefined
}

const isKeyName = (words: string): boolean => /(?:^| )(?:id|key|email|uuid|number)$/.test(words)

/** The joins of several ways, each once, in an order in which each can be made. */
export function joinsFor(places: readonly Reachable[]): readonly Join[] {
  const joins: Join[] = []
  for (const place of places) for (const join of place.joins) if (!joins.some(({ file }) => file === join.file)) joins.push(join)
  return joins
}
