import type { Kysely } from 'kysely'
import type { ThemeDecision } from '../journey/theme-decision.ts'
import { asNumber } from './as-number.ts'
import type { Paged, PageOf, WorkspaceNumber } from './state-store.ts'
import type { Tables } from './tables.ts'

/** What people decide about themes, and what a model proposes. */
export interface ThemeStore {
  /** Newest first. */
  list(workspace: WorkspaceNumber, page: PageOf): Promise<Paged<ThemeDecision>>
  get(workspace: WorkspaceNumber, id: string): Promise<ThemeDecision | undefined>
  /** Adds or replaces. */
  put(workspace: WorkspaceNumber, decision: ThemeDecision): Promise<void>
}

export function themeStore(db: Kysely<Tables>): ThemeStore {
  const of = (workspace: number) => db.selectFrom('theme_decisions').where('workspace', '=', workspace)
  return {
    async list(workspace, { limit, offset }) {
      const { total } = await of(workspace)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await of(workspace)
        .select('decision_json')
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute()
      return { total: asNumber(total), rows: rows.map((row) => JSON.parse(row.decision_json) as ThemeDecision) }
    },
    async get(workspace, id) {
      const row = await of(workspace).select('decision_json').where('id', '=', id).executeTakeFirst()
      return row && (JSON.parse(row.decision_json) as ThemeDecision)
    },
    async put(workspace, decision) {
      const decision_json = JSON.stringify(decision)
      await db
        .insertInto('theme_decisions')
        .values({ workspace, id: decision.id, decision_json, made_at: decision.at })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet({ decision_json }))
        .execute()
    },
  }
}
