import type { ScoredWaitingText, TextMethod, WaitingAsked, WaitingText } from '../../journey/text-feelings.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, nothing, sql, text, type Sql } from '../engine/sql.ts'

/** Names of the methods as they are now: a changed one gets a new name, and texts are scored again. */
const versions: Readonly<Record<TextMethod, string>> = { lexicon: 'lexicon 1', model: 'model 1' }

/** Characters of a text that are handed out to be scored. */
const charactersRead = 5000
/** Distinct texts that the model reads at the most, those with the smallest hashes. */
export const mostForModel = 20_000

/** Scores of a method: text (hash), language, sure, score. */
export const scoresBy = (workspace: number, method: TextMethod): Sql =>
  sql`(SELECT text, any(language) AS language, any(sure) AS sure, any(score) AS score FROM texts WHERE workspace = ${int(workspace)} AND method = ${text(versions[method])} GROUP BY text)`

/** Distinct texts of a workspace that a method has not scored yet, by hash. */
export const waitingTexts = (
  driver: ClickHouseDriver,
  workspace: number,
  { method, most }: WaitingAsked,
): Promise<readonly WaitingText[]> =>
  driver.query<WaitingText>(sql`
    SELECT toString(key) AS hash, words AS text FROM (
      SELECT sipHash64(verbatim) AS key, any(substringUTF8(verbatim, 1, ${int(charactersRead)})) AS words FROM events
      WHERE ${waiting(workspace, method)} GROUP BY key ORDER BY key LIMIT ${int(most)})`)

export async function countWaitingTexts(driver: ClickHouseDriver, workspace: number, method: TextMethod): Promise<number> {
  const [row] = await driver.query<{ n: number }>(
    sql`SELECT uniqExact(sipHash64(verbatim)) AS n FROM events WHERE ${waiting(workspace, method)}`,
  )
  return row?.n ?? 0
}

/** The model reads what the lexicon took for English. */
function waiting(workspace: number, method: TextMethod): Sql {
  const scored = sql`SELECT text FROM texts WHERE workspace = ${int(workspace)} AND method = ${text(versions[method])}`
  const english = sql`SELECT text FROM ${scoresBy(workspace, 'lexicon')} WHERE language = 'en' ORDER BY text LIMIT ${int(mostForModel)}`
  return sql`workspace = ${int(workspace)} AND verbatim != ''${method === 'model' ? sql` AND sipHash64(verbatim) IN (${english})` : nothing} AND sipHash64(verbatim) NOT IN (${scored})`
}

/** Keeps scores; those of a text that has one already change nothing. */
export async function keepTextScores(
  driver: ClickHouseDriver,
  workspace: number,
  { method, rows }: { readonly method: TextMethod; readonly rows: readonly ScoredWaitingText[] },
): Promise<void> {
  await driver.insert(
    'texts',
    rows.map(({ hash, ...row }) => ({ workspace, method: versions[method], text: hash, ...row })),
  )
}
