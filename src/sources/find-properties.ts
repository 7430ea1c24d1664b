import type { ColumnProfile } from './column-profile.ts'
import type { FileReading } from './file-reading.ts'
import type { Reachable } from './infer-joins.ts'
import { placeholder } from './placeholders.ts'
import { maxProperties } from './recipe-from-columns.ts'

export interface FoundProperties {
  readonly values: Readonly<Record<string, string>>
  readonly from: readonly Reachable[]
  readonly notes: readonly string[]
}

/** Remaining columns with values, the file's own first, then those of files looked up (without their ids), at most 50. */
export function findProperties(reading: FileReading, lookups: readonly Reachable[], used: ReadonlySet<ColumnProfile>): FoundProperties {
  const values: Record<string, string> = {}
  const from = new Set<Reachable>()
  let left = 0
  const add = (column: ColumnProfile, place?: Reachable): void => {
    if (Object.hasOwn(values, column.name) || column.values.length === 0) return
    if (Object.keys(values).length >= maxProperties) return void left++
    values[column.name] = placeholder(column.name, place?.reading.alias)
    if (place) from.add(place)
  }
  for (const column of reading.profiles) if (!used.has(column)) add(column)
  for (const place of lookups)
    for (const column of place.reading.profiles) if (!/(?:^| )(?:id|key|uuid)$/.test(column.words)) add(column, place)
  const notes =
    left > 0
      ? [`${reading.file.name}: ${left} columns beyond the first ${maxProperties} were left out of the properties; name the ones you need`]
      : []
  return { values, from: [...from], notes }
}
