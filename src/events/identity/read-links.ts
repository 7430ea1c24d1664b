import type { IdentityLink, IdentityRule, IdentityRules, KeyForm } from '../../journey/identity.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql, text, texts, unsafeSql, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'

/** More reasons than this are not looked at: a rule that gives so many does not tell people apart. */
const mostLinks = 5_000_000

/** Every reason that the rules find in the events, in no order. Rejects with `query_too_large` beyond five million. */
export async function readLinks(
  driver: ClickHouseDriver,
  { workspace, rules, signal }: { readonly workspace: number; readonly rules: IdentityRules; readonly signal: AbortSignal },
): Promise<readonly IdentityLink[]> {
  const found: IdentityLink[] = []
  for (const [place, rule] of rules.rules.entries()) {
    const links = await driver.query<{ a: string; b: string; silent: boolean | 0 | 1 }>(
      sql`${linksBy(workspace, rule)} LIMIT ${int(mostLinks - found.length + 1)}`,
      { signal },
    )
    for (const { a, b, silent } of links) found.push({ rule: place, a, b, ...(silent && { silent: true }) })
    if (found.length > mostLinks)
      throw new EventStoreError('query_too_large', `The rules give more than ${mostLinks} reasons to join ids. Make them narrower.`)
  }
  return found
}

function linksBy(workspace: number, rule: IdentityRule): Sql {
  const value = sql`properties[${text(rule.property)}]`
  const scope = sql`workspace = ${int(workspace)}`
  if (rule.kind === 'shared-key')
    return sql`SELECT a, b, false AS silent FROM (SELECT DISTINCT customer_id AS a, ${comparable(value, rule.form)} AS b FROM events WHERE ${scope} AND ${value} != '') WHERE b != '' AND b IN (
      SELECT b FROM (SELECT DISTINCT customer AS c, ${comparable(value, rule.form)} AS b FROM events WHERE ${scope} AND ${value} != '') GROUP BY b HAVING count() > 1)`
  return sql`SELECT DISTINCT customer_id AS a, ${value} AS b, sipHash64(b) NOT IN (SELECT customer FROM events WHERE ${scope}) AS silent
    FROM events WHERE ${scope} AND ${value} != '' AND ${value} != customer_id`
}

const forms: Readonly<Record<KeyForm, (value: Sql) => Sql>> = {
  exact: (value) => value,
  email: (value) => sql`if(position(${value}, '@') > 1, lowerUTF8(replaceRegexpAll(${value}, '\\s', '')), '')`,
  phone: (value) => sql`if(length(replaceRegexpAll(${value}, '[^0-9]', '')) >= 7, replaceRegexpAll(${value}, '[^0-9]', ''), '')`,
}
const comparable = (value: Sql, form: KeyForm): Sql => forms[form](value)

/** Ids that come from the sources that name people for certain. */
export async function readStrongIds(
  driver: ClickHouseDriver,
  { workspace, rules: { strong }, ids }: { readonly workspace: number; readonly rules: IdentityRules; readonly ids: Sql },
): Promise<ReadonlySet<string>> {
  if (strong.sources.length === 0) return new Set()
  const imports = sql`SELECT number FROM imports WHERE workspace = ${int(workspace)} AND has(${texts(strong.sources)}, source)`
  const rows = await driver.query<{ id: string }>(
    sql`SELECT DISTINCT customer_id AS id FROM events WHERE workspace = ${int(workspace)} AND import IN (${imports}) AND customer IN (${ids})`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Hashes of every id that some rule could join. */
export function linkedIds(workspace: number, rules: readonly IdentityRule[]): Sql {
  const parts = rules.map((rule) => {
    const value = sql`properties[${text(rule.property)}]`
    const own = sql`SELECT customer AS c FROM events WHERE workspace = ${int(workspace)} AND ${value} != ''`
    return rule.kind === 'shared-key'
      ? own
      : sql`${own} UNION ALL SELECT sipHash64(${value}) AS c FROM events WHERE workspace = ${int(workspace)} AND ${value} != ''`
  })
  return parts.length === 0
    ? unsafeSql('SELECT 0')
    : sql`SELECT DISTINCT c FROM (${parts.reduce((all, part) => sql`${all} UNION ALL ${part}`)})`
}
