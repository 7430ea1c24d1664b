import { columnNames, namedColumns, rankOf } from './column-names.ts'
import type { ColumnProfile } from './column-profile.ts'
import type { FileReading } from './file-reading.ts'
import { placeholder } from './placeholders.ts'
import type { EventRule } from './recipe.ts'

type OwnField = 'account' | 'role' | 'channel' | 'text' | 'link' | 'sequence' | 'id'

/** The optional fields that have a column of their own; each column taken is added to `used`. */
export function findOwnFields(reading: FileReading, used: Set<ColumnProfile>): Pick<EventRule, OwnField> {
  const take = (names: readonly string[], fits: (column: ColumnProfile) => boolean): string | undefined => {
    const column = namedColumns(reading.profiles, names).find(
      (candidate) => !used.has(candidate) && candidate.values.length > 0 && fits(candidate),
    )
    if (column) used.add(column)
    return column && placeholder(column.name)
  }
  const isLog = reading.touchpoint !== undefined || reading.score !== undefined || reading.tool !== undefined
  const sequence = isLog ? take(columnNames.sequence, (column) => column.values.every((value) => /^\d+$/.test(value))) : undefined
  const id = isLog ? eventId(reading, used) : undefined
  const channel = take(columnNames.channel, (column) => new Set(column.values).size <= 200 && column.meanLength <= 60)
  const account = take(columnNames.account, () => true)
  const role = take(columnNames.role, (column) => column.distinct < 0.9 || column.values.length < 20)
  const link = take(columnNames.link, () => true)
  const text = reading.text && !used.has(reading.text) ? placeholder(reading.text.name) : undefined
  if (reading.text) used.add(reading.text)
  const fields = { account, role, channel, text, link, sequence, id }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** A column of message ids, different in every row. Short ones ("17") are unique within their customer at best, so both are put together. */
function eventId(reading: FileReading, used: Set<ColumnProfile>): string | undefined {
  const plainId = reading.profiles.filter((candidate) => candidate.words === 'id' && candidate.meanLength >= 16)
  const column = [...namedColumns(reading.profiles, columnNames.id), ...plainId].find(
    (candidate) => !used.has(candidate) && candidate.distinct === 1 && candidate.filled === 1,
  )
  const customer = [...used].find((candidate) => rankOf(candidate.words, columnNames.customer) >= 0)
  if (!column || (column.meanLength < 12 && !customer)) return undefined
  used.add(column)
  return column.meanLength >= 12 || !customer ? placeholder(column.name) : `${placeholder(customer.name)} ${placeholder(column.name)}`
}
