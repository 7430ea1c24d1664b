import { columnNames, namedColumns, rankOf } from './column-names.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { FileReading } from './file-reading.ts'
import type { Reachable } from './infer-joins.ts'
import type { Join } from './recipe.ts'

export interface FoundCustomer {
  readonly column: ColumnProfile
  /** The joined file that has it; absent: the file itself. */
  readonly from?: Reachable
  /** Nothing but an id of something else. */
  readonly weak: boolean
}

/** The best-named customer column of the file or of one it leads to; a column that is mostly empty is passed over if another is not. */
export function findCustomer(reading: FileReading, reachable: readonly Reachable[]): FoundCustomer | undefined {
  const candidates = [{ reading, joins: [] as readonly Join[] }, ...reachable].flatMap((place) =>
    namedColumns(
      place.reading.profiles.map((column) => ownId(column, place.reading)),
      columnNames.customer,
    )
      .filter((column) => column.values.length > 0)
      .map((column) => ({
        column,
        place,
        rank: rankOf(column.words, columnNames.customer) + (column.filled < 0.5 ? 100 : 0) + (place.reading === reading ? 0 : 0.25),
      })),
  )
  const best = candidates.sort((a, b) => a.rank - b.rank)[0]
  if (best) {
    const weak = rankOf(best.column.words, columnNames.customer) >= columnNames.customer.indexOf('response id')
    return { column: best.column, weak, ...(best.place.reading === reading ? {} : { from: best.place }) }
  }
  const id = reading.profiles.find((column) => column.words === 'id' || (reading.tool === 'Typeform' && column.name === '#'))
  return id && { column: id, weak: true }
}

/** In a table of contacts, "id" is the contact's id, so that other files' "contact_id" means the same customer. */
function ownId(column: ColumnProfile, { entity }: FileReading): ColumnProfile {
  return column.words === 'id' && /^(?:contact|customer|user|client|member|person|subscriber)$/i.test(entity)
    ? { ...column, words: `${entity.toLowerCase()} id` }
    : column
}
