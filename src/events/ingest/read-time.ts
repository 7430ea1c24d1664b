import type { TimeFormat } from '../../sources/recipe.ts'
import { sql, text, type Sql } from '../engine/sql.ts'

/**
 * SQL that reads a written time as Nullable(DateTime64(3, 'UTC')). A time without a zone is taken in `zone`.
 * The engine's best-effort reader alone would take "12" for a day of the current month and 25:00 for 1 a.m. of the
 * next day, and it reads years before 1900, which exports write for "never": those are refused.
 */
export function readTime(written: Sql, format: TimeFormat, zone: string): Sql {
  switch (format) {
    case 'iso':
    case 'day-first':
      return calendar(written, sql`parseDateTime64BestEffortOrNull(${written}, 3, ${text(zone)})`)
    case 'month-first':
      return calendar(written, sql`parseDateTime64BestEffortUSOrNull(${written}, 3, ${text(zone)})`)
    case 'unix-seconds':
      return unix(sql`toInt64OrNull(toString(round(toDecimal64OrNull(${written}, 6) * 1000)))`)
    case 'unix-milliseconds':
      return unix(sql`toInt64OrNull(toString(round(toDecimal64OrNull(${written}, 3))))`)
    case 'unix-microseconds':
      return unix(sql`intDiv(toInt64OrNull(${written}), 1000)`)
  }
}

function calendar(written: Sql, read: Sql): Sql {
  return sql`if(length(${written}) < 8 OR (substring(${written}, 11, 1) IN ('T', ' ') AND substring(${written}, 5, 1) = '-' AND substring(${written}, 12, 2) > '24') OR toYear(${read}) < 1900, NULL, toTimeZone(${read}, 'UTC'))`
}

const unix = (milliseconds: Sql): Sql =>
  sql`if(${milliseconds} < -2208988800000 OR ${milliseconds} > 10413791999000, NULL, fromUnixTimestamp64Milli(${milliseconds}, 'UTC'))`
