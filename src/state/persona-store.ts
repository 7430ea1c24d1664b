import type { Kysely } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { Paged, PageOf, WorkspaceNumber } from './state-store.ts'
import type { Tables } from './tables.ts'

/** A persona as it is kept; what it says is its caller's business. */
export interface StoredPersona<Body = unknown> {
  readonly id: string
  readonly name: string
  readonly body: Body
  readonly createdAt: number
  readonly createdBy: string
  readonly changedAt: number
  readonly changedBy: string
  /** UTC ms; null while it lives. */
  readonly removedAt: number | null
}

export interface PersonaStore {
  /** By name; `removed` lists those that were removed instead. */
  list(workspace: WorkspaceNumber, page: PageOf & { readonly removed: boolean }): Promise<Paged<StoredPersona>>
  get(workspace: WorkspaceNumber, id: string): Promise<StoredPersona | undefined>
  add(workspace: WorkspaceNumber, persona: StoredPersona): Promise<void>
  /**
   * Reads, changes and writes in one transaction, so that two changes at once both stay. Undefined when there is no
   * such persona.
   */
  change(workspace: WorkspaceNumber, id: string, next: (persona: StoredPersona) => StoredPersona): Promise<StoredPersona | undefined>
}

export function personaStore(db: Kysely<Tables>): PersonaStore {
  const of = (workspace: number) => db.selectFrom('personas').where('workspace', '=', workspace)
  return {
    async list(workspace, { limit, offset, removed }) {
      const wanted = of(workspace).where('removed_at', removed ? 'is not' : 'is', null)
      const { total } = await wanted.select((e) => e.fn.countAll().as('total')).executeTakeFirstOrThrow()
      const rows = await wanted.selectAll().orderBy('name').orderBy('id').limit(limit).offset(offset).execute()
      return { total: asNumber(total), rows: rows.map(toPersona) }
    },
    async get(workspace, id) {
      const row = await of(workspace).selectAll().where('id', '=', id).executeTakeFirst()
      return row && toPersona(row)
    },
    async add(workspace, persona) {
      await db
        .insertInto('personas')
        .values({ workspace, ...fromPersona(persona) })
        .execute()
    },
    async change(workspace, id, next) {
      return db.transaction().execute(async (transaction) => {
        // Written before it is read: the row is then ours until the end, in both databases.
        const row = await transaction
          .updateTable('personas')
          .set((e) => ({ name: e.ref('name') }))
          .where('workspace', '=', workspace)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        if (!row) return undefined
        const { id: _same, ...changed } = fromPersona(next(toPersona(row)))
        const written = transaction.updateTable('personas').set(changed).where('workspace', '=', workspace).where('id', '=', id)
        return toPersona(await written.returningAll().executeTakeFirstOrThrow())
      })
    },
  }
}

const fromPersona = (persona: StoredPersona) => ({
  id: persona.id,
  name: persona.name,
  persona_json: JSON.stringify(persona.body),
  created_at: persona.createdAt,
  created_by: persona.createdBy,
  changed_at: persona.changedAt,
  changed_by: persona.changedBy,
  removed_at: persona.removedAt,
})

const toPersona = (row: Tables['personas']): StoredPersona => ({
  id: row.id,
  name: row.name,
  body: JSON.parse(row.persona_json) as unknown,
  createdAt: asNumber(row.created_at),
  createdBy: row.created_by,
  changedAt: asNumber(row.changed_at),
  changedBy: row.changed_by,
  removedAt: asNumberOrNull(row.removed_at),
})
