import type { ClickHouseDriver } from './engine/clickhouse-driver.ts'
import { int, sql } from './engine/sql.ts'
import type { SourceRow, Vocabulary } from './event-store.ts'

/** Touchpoints, channels and property names of a workspace, at most 10,000 of each. */
export async function readVocabulary(driver: ClickHouseDriver, workspace: number): Promise<Vocabulary> {
  const scope = sql`workspace = ${int(workspace)}`
  const [touchpoints, channels, properties] = await Promise.all([
    driver.query<Vocabulary['touchpoints'][number]>(
      sql`SELECT name, argMax(channel, n) AS channel, sum(n) AS events FROM
        (SELECT touchpoint AS name, channel, count() AS n FROM events WHERE ${scope} GROUP BY touchpoint, channel ORDER BY n DESC, channel) GROUP BY name ORDER BY events DESC, name LIMIT 10000`,
    ),
    driver.query<{ channel: string }>(
      sql`SELECT DISTINCT channel FROM events WHERE ${scope} AND channel != '' ORDER BY channel LIMIT 10000`,
    ),
    driver.query<{ property: string }>(
      sql`SELECT DISTINCT arrayJoin(mapKeys(properties)) AS property FROM events WHERE ${scope} ORDER BY property LIMIT 10000`,
    ),
  ])
  return { touchpoints, channels: channels.map((row) => row.channel), properties: properties.map((row) => row.property) }
}

/** The systems data came from, most events first. */
export async function readSources(driver: ClickHouseDriver, workspace: number): Promise<readonly SourceRow[]> {
  const scope = sql`workspace = ${int(workspace)}`
  return driver.query<SourceRow>(
    sql`SELECT i.source AS name, uniqExact(i.number) AS imports, sum(e.events) AS events, uniqExactMerge(e.customers) AS customers,
      if(events = 0, NULL, minIf(e.first, e.events > 0)) AS from, if(events = 0, NULL, maxIf(e.last, e.events > 0)) AS to
    FROM (SELECT number, source FROM imports WHERE ${scope}) AS i
    LEFT JOIN (
      SELECT import, count() AS events, uniqExactState(customer) AS customers, toUnixTimestamp64Milli(min(time)) AS first, toUnixTimestamp64Milli(max(time)) AS last
      FROM events WHERE ${scope} GROUP BY import
    ) AS e ON e.import = i.number GROUP BY i.source ORDER BY events DESC, name`,
  )
}

/** Touchpoints whose events are all answers to a survey, by name. */
export async function readSurveys(driver: ClickHouseDriver, workspace: number): Promise<readonly string[]> {
  const rows = await driver.query<{ touchpoint: string }>(
    sql`SELECT touchpoint FROM events WHERE workspace = ${int(workspace)} GROUP BY touchpoint HAVING min(survey) ORDER BY touchpoint`,
  )
  return rows.map((row) => row.touchpoint)
}
