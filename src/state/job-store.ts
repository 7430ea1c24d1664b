import type { Kysely } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { JobStore, StoredJob, StoredJobState } from './state-store.ts'
import type { Tables } from './tables.ts'

export function jobStore(db: Kysely<Tables>): JobStore {
  const of = (workspace: number) => db.selectFrom('jobs').where('workspace', '=', workspace)
  return {
    async add(workspace, job) {
      await db.transaction().execute(async (transaction) => {
        const { last } = await transaction
          .selectFrom('jobs')
          .select((e) => e.fn.max('position').as('last'))
          .executeTakeFirstOrThrow()
        const { id, kind, title, by } = job
        await transaction
          .insertInto('jobs')
          .values({ workspace, id, position: asNumber(last ?? 0) + 1, kind, title, by, created_at: job.createdAt, ...changing(job) })
          .execute()
      })
    },
    async update(workspace, job) {
      await db.updateTable('jobs').set(changing(job)).where('workspace', '=', workspace).where('id', '=', job.id).execute()
    },
    async get(workspace, id) {
      const row = await of(workspace).selectAll().where('id', '=', id).executeTakeFirst()
      return row && toJob(row)
    },
    async list(workspace, page) {
      const { total } = await of(workspace)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await of(workspace).selectAll().orderBy('position', 'desc').limit(page.limit).offset(page.offset).execute()
      return { total: asNumber(total), rows: rows.map(toJob) }
    },
    async interruptAll(at, problem) {
      const { numUpdatedRows } = await db
        .updateTable('jobs')
        .set({ state: 'interrupted', ended_at: at, problem_json: JSON.stringify(problem) })
        .where('state', 'in', ['queued', 'running'])
        .executeTakeFirstOrThrow()
      return asNumber(numUpdatedRows)
    },
    async forgetOld(workspace, keep) {
      const newest = of(workspace).select('id').where('ended_at', 'is not', null).orderBy('position', 'desc').limit(keep)
      await db
        .deleteFrom('jobs')
        .where('workspace', '=', workspace)
        .where('ended_at', 'is not', null)
        .where('id', 'not in', newest)
        .execute()
    },
  }
}

const changing = ({ state, startedAt, endedAt, result, problem }: StoredJob) => ({
  state,
  started_at: startedAt,
  ended_at: endedAt,
  result_json: result === null ? null : JSON.stringify(result),
  problem_json: problem === null ? null : JSON.stringify(problem),
})

const toJob = (row: Tables['jobs']): StoredJob => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  by: row.by,
  state: row.state as StoredJobState,
  createdAt: asNumber(row.created_at),
  startedAt: asNumberOrNull(row.started_at),
  endedAt: asNumberOrNull(row.ended_at),
  result: row.result_json === null ? null : JSON.parse(row.result_json),
  problem: row.problem_json === null ? null : JSON.parse(row.problem_json),
})
