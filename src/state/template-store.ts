import type { Kysely } from 'kysely'
import type { Template } from '../journey/template.ts'
import { asNumber } from './as-number.ts'
import type { Tables } from './tables.ts'

export interface StoredTemplate {
  readonly template: Template
  readonly at: number
  readonly by: string
}
export interface TemplateStore {
  /** By name; the caller bounds how many there are. */
  list(workspace: number): Promise<readonly StoredTemplate[]>
  get(workspace: number, name: string): Promise<StoredTemplate | undefined>
  add(workspace: number, stored: StoredTemplate): Promise<void>
  /** False when there was none. */
  remove(workspace: number, name: string): Promise<boolean>
}

export function templateStore(db: Kysely<Tables>): TemplateStore {
  const of = (workspace: number) =>
    db.selectFrom('saved_templates').select(['template_json', 'saved_at', 'saved_by']).where('workspace', '=', workspace)
  return {
    list: async (workspace) => (await of(workspace).orderBy('name').execute()).map(toTemplate),
    async get(workspace, name) {
      const row = await of(workspace).where('name', '=', name).executeTakeFirst()
      return row && toTemplate(row)
    },
    async add(workspace, { template, at, by }) {
      const row = { workspace, name: template.name, template_json: JSON.stringify(template), saved_at: at, saved_by: by }
      await db.insertInto('saved_templates').values(row).execute()
    },
    async remove(workspace, name) {
      const { numDeletedRows } = await db
        .deleteFrom('saved_templates')
        .where('workspace', '=', workspace)
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}

const toTemplate = (row: Pick<Tables['saved_templates'], 'template_json' | 'saved_at' | 'saved_by'>): StoredTemplate => ({
  template: JSON.parse(row.template_json) as Template,
  at: asNumber(row.saved_at),
  by: row.saved_by,
})
