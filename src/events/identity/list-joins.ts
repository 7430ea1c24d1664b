import type { IdentityJoin, JoinState } from '../../journey/identity.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, nothing, sql, text } from '../engine/sql.ts'

export interface JoinsAsked {
  readonly state?: JoinState | undefined
  /** Only joins of ids or keys that hold this text. */
  readonly find?: string | undefined
  readonly limit: number
  readonly offset: number
}
export interface JoinsListed {
  readonly total: number
  readonly rows: readonly IdentityJoin[]
  /** How many of each state there are, whatever is asked for. */
  readonly counts: Readonly<Record<JoinState, number>>
  /** Ids that are joined with others, and the customers that they make. */
  readonly ids: number
  readonly customers: number
}

/** What the last run of the rules came to. */
export async function listJoins(
  driver: ClickHouseDriver,
  workspace: number,
  { state, find, limit, offset }: JoinsAsked,
): Promise<JoinsListed> {
  const scope = sql`FROM identity_joins WHERE workspace = ${int(workspace)}`
  const where = sql`${scope}${state === undefined ? nothing : sql` AND state = ${text(state)}`}${find ? sql` AND (positionCaseInsensitiveUTF8(a, ${text(find)}) > 0 OR positionCaseInsensitiveUTF8(b, ${text(find)}) > 0 OR positionCaseInsensitiveUTF8(key, ${text(find)}) > 0)` : nothing}`
  const [rows, totals, counts, people] = await Promise.all([
    driver.query<IdentityJoin>(sql`SELECT a, b, rule, key, state, why ${where} ORDER BY number LIMIT ${int(limit)} OFFSET ${int(offset)}`),
    driver.query<{ n: number }>(sql`SELECT count() AS n ${where}`),
    driver.query<{ state: JoinState; n: number }>(sql`SELECT state, count() AS n ${scope} GROUP BY state`),
    driver.query<{ ids: number; customers: number }>(
      sql`SELECT count() AS ids, uniqExact(person) AS customers FROM persons WHERE workspace = ${int(workspace)}`,
    ),
  ])
  const of = (wanted: JoinState): number => counts.find((one) => one.state === wanted)?.n ?? 0
  return {
    total: totals[0]?.n ?? 0,
    rows,
    counts: { joined: of('joined'), refused: of('refused'), undone: of('undone') },
    ids: people[0]?.ids ?? 0,
    customers: people[0]?.customers ?? 0,
  }
}
