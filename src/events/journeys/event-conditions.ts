import type { EventFilter, PropertyTest } from '../../journey/filter.ts'
import { float, int, joinSql, nothing, sql, text, texts, type Sql } from '../engine/sql.ts'

/** The conditions of an event filter on the `events` table, each beginning with AND. */
export function eventConditions(filter: EventFilter, workspace: number): Sql {
  const tests: Sql[] = []
  if (filter.touchpoints) tests.push(sql`has(${texts(filter.touchpoints)}, touchpoint)`)
  if (filter.notTouchpoints?.length) tests.push(sql`NOT has(${texts(filter.notTouchpoints)}, touchpoint)`)
  if (filter.channels) tests.push(sql`has(${texts(filter.channels)}, channel)`)
  if (filter.roles) tests.push(sql`has(${texts(filter.roles)}, role)`)
  if (filter.sources)
    tests.push(sql`import IN (SELECT number FROM imports WHERE workspace = ${int(workspace)} AND has(${texts(filter.sources)}, source))`)
  if (filter.from !== undefined) tests.push(sql`time >= fromUnixTimestamp64Milli(${int(filter.from)}, 'UTC')`)
  if (filter.to !== undefined) tests.push(sql`time < fromUnixTimestamp64Milli(${int(filter.to)}, 'UTC')`)
  for (const test of filter.properties ?? []) tests.push(propertyTest(sql`properties[${text(test.property)}]`, test))
  return tests.length === 0 ? nothing : sql` AND ${joinSql(tests, ' AND ')}`
}

/** `=` and `!=` compare texts; the others compare numbers, and a text that is no number never matches. */
export function propertyTest(value: Sql, test: PropertyTest): Sql {
  switch (test.operator) {
    case '=':
      return sql`${value} = ${text(test.value)}`
    case '!=':
      return sql`${value} != ${text(test.value)}`
    case '<':
      return sql`ifNull(toFloat64OrNull(${value}) < ${float(Number(test.value))}, false)`
    case '<=':
      return sql`ifNull(toFloat64OrNull(${value}) <= ${float(Number(test.value))}, false)`
    case '>':
      return sql`ifNull(toFloat64OrNull(${value}) > ${float(Number(test.value))}, false)`
    case '>=':
      return sql`ifNull(toFloat64OrNull(${value}) >= ${float(Number(test.value))}, false)`
  }
}

export const isEmptyFilter = (filter: EventFilter): boolean =>
  Object.values(filter).every((value) => value === undefined || (Array.isArray(value) && value.length === 0))
