import type { Kysely } from 'kysely'
import { asNumber } from './as-number.ts'
import type { WorkspaceNumber } from './state-store.ts'
import type { Tables } from './tables.ts'

/** What a person decided about an insight. */
export interface StoredVerdict {
  readonly insight: string
  readonly verdict: 'accepted' | 'rejected' | 'merged'
  /** The insight that it was merged into; null otherwise. */
  readonly into: string | null
  /** Its title when it was judged: it is readable although it is not found any more. */
  readonly title: string
  readonly note: string
  readonly by: string
  readonly at: number
}
export interface StoredInsightComment {
  readonly id: string
  readonly insight: string
  readonly text: string
  readonly by: string
  readonly at: number
}

export interface InsightStore {
  /** The newest first, `limit` at the most. */
  verdicts(workspace: WorkspaceNumber, limit: number): Promise<readonly StoredVerdict[]>
  /** Takes the place of the verdict that was there. */
  judge(workspace: WorkspaceNumber, verdict: StoredVerdict): Promise<void>
  takeBack(workspace: WorkspaceNumber, insight: string): Promise<void>
  /** The oldest first, `limit` at the most. */
  comments(workspace: WorkspaceNumber, limit: number): Promise<readonly StoredInsightComment[]>
  comment(workspace: WorkspaceNumber, comment: StoredInsightComment): Promise<void>
  removeComment(workspace: WorkspaceNumber, id: string): Promise<void>
}

export function insightStore(db: Kysely<Tables>): InsightStore {
  return {
    async verdicts(workspace, limit) {
      const rows = await db
        .selectFrom('insight_verdicts')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('said_at', 'desc')
        .orderBy('insight')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        insight: row.insight,
        verdict: row.verdict,
        into: row.into_insight,
        title: row.title,
        note: row.note,
        by: row.said_by,
        at: asNumber(row.said_at),
      }))
    },
    async judge(workspace, { insight, verdict, into, title, note, by, at }) {
      const values = { verdict, into_insight: into, title, note, said_by: by, said_at: at }
      await db
        .insertInto('insight_verdicts')
        .values({ workspace, insight, ...values })
        .onConflict((conflict) => conflict.columns(['workspace', 'insight']).doUpdateSet(values))
        .execute()
    },
    async takeBack(workspace, insight) {
      await db.deleteFrom('insight_verdicts').where('workspace', '=', workspace).where('insight', '=', insight).execute()
    },
    async comments(workspace, limit) {
      const rows = await db
        .selectFrom('insight_comments')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('said_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ id: row.id, insight: row.insight, text: row.text, by: row.said_by, at: asNumber(row.said_at) }))
    },
    async comment(workspace, { id, insight, text, by, at }) {
      await db.insertInto('insight_comments').values({ workspace, id, insight, text, said_by: by, said_at: at }).execute()
    },
    async removeComment(workspace, id) {
      await db.deleteFrom('insight_comments').where('workspace', '=', workspace).where('id', '=', id).execute()
    },
  }
}
