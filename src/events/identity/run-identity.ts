import { joinIds } from '../../analysis/identity/join-ids.ts'
import type { IdentityRule, IdentityRules, UndoneJoin } from '../../journey/identity.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql } from '../engine/sql.ts'
import { keepPersons } from './keep-persons.ts'
import { linkedIds, readLinks, readStrongIds } from './read-links.ts'

export interface IdentityRun {
  readonly workspace: number
  readonly rules: IdentityRules
  /** Joins that people took back. */
  readonly undone: readonly UndoneJoin[]
  readonly signal: AbortSignal
}

/** Joins ids by the rules and keeps what came of it. Journeys are built anew when they are asked for next. */
export async function runIdentity(driver: ClickHouseDriver, { workspace, rules, undone, signal }: IdentityRun): Promise<void> {
  const [some] =
    rules.rules.length > 0
      ? [true]
      : await driver.query(sql`SELECT 1 AS one FROM identity_joins WHERE workspace = ${int(workspace)} LIMIT 1`)
  if (!some) return
  const links = await readLinks(driver, { workspace, rules, signal })
  const sure = new Set(await readStrongIds(driver, { workspace, rules, ids: linkedIds(workspace, rules.rules) }))
  for (const { rule, b } of links) if (isCertain(rules.rules[rule])) sure.add(b)
  const isStrong = (id: string): boolean => sure.has(id) || rules.strong.prefixes.some((prefix) => id.startsWith(prefix))
  signal.throwIfAborted()
  await keepPersons(driver, { workspace, ...joinIds({ rules, links, isStrong, undone }) })
}

const isCertain = (rule: IdentityRule | undefined): boolean => rule?.kind === 'same-event' && rule.strong === true
