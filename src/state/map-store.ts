import type { Kysely } from 'kysely'
import type { JourneyMap } from '../journey/map.ts'
import { mapPortrait, type MapPortrait } from '../journey/map-portrait.ts'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { DeletedMapLine, MapStore, StoredMapLine } from './state-store.ts'
import type { Tables } from './tables.ts'

const lineColumns = [
  'id',
  'title',
  'summary',
  'kind',
  'stages',
  'cards',
  'journeys',
  'customers',
  'definition',
  'template',
  'hash',
  'created_at',
  'created_by',
  'changed_at',
  'changed_by',
  'owner',
  'portrait_json',
] as const

export function mapStore(db: Kysely<Tables>): MapStore {
  const of = (workspace: number) => db.selectFrom('maps').where('workspace', '=', workspace).where('deleted_at', 'is', null)
  const deletedOf = (workspace: number) => db.selectFrom('maps').where('workspace', '=', workspace).where('deleted_at', 'is not', null)
  return {
    async add(workspace, { id, map, at, by, number = 0 }) {
      const row = await db
        .insertInto('maps')
        .values({
          workspace,
          id,
          ...fromMap(map),
          log_number: number,
          deleted_at: null,
          deleted_by: null,
          owner: by,
          created_at: at,
          created_by: by,
          changed_at: at,
          changed_by: by,
        })
        .returning(lineColumns)
        .executeTakeFirstOrThrow()
      return toLine(row)
    },
    async get(workspace, id) {
      const row = await of(workspace)
        .select([...lineColumns, 'map_json', 'log_number'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && { ...toLine(row), map: JSON.parse(row.map_json) as JourneyMap, number: asNumber(row.log_number) }
    },
    async list(workspace, page) {
      const { total } = await of(workspace)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await of(workspace)
        .select(lineColumns)
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .limit(page.limit)
        .offset(page.offset)
        .execute()
      return { total: asNumber(total), rows: rows.map(toLine) }
    },
    async replace(workspace, { id, map, at, by, number = 0 }) {
      const row = await db
        .updateTable('maps')
        .set({ ...fromMap(map), log_number: number, changed_at: at, changed_by: by })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .returning(lineColumns)
        .executeTakeFirst()
      return row && toLine(row)
    },
    async remove(workspace, { id, at, by }) {
      const { numUpdatedRows } = await db
        .updateTable('maps')
        .set({ deleted_at: at, deleted_by: by })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async setOwner(workspace, id, owner) {
      const row = await db
        .updateTable('maps')
        .set({ owner })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .returning(lineColumns)
        .executeTakeFirst()
      return row && toLine(row)
    },
    async listOpens(workspace) {
      const rows = await of(workspace).select(['id', 'title', 'portrait_json']).orderBy('title').orderBy('id').execute()
      return rows.map((row) => ({ id: row.id, title: row.title, opens: (JSON.parse(row.portrait_json ?? '') as MapPortrait).opens }))
    },
    async restore(workspace, id) {
      const row = await db
        .updateTable('maps')
        .set({ deleted_at: null, deleted_by: null })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('deleted_at', 'is not', null)
        .returning(lineColumns)
        .executeTakeFirst()
      return row && toLine(row)
    },
    async listDeleted(workspace, page) {
      const { total } = await deletedOf(workspace)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await deletedOf(workspace)
        .select([...lineColumns, 'deleted_at', 'deleted_by'])
        .orderBy('deleted_at', 'desc')
        .orderBy('id')
        .limit(page.limit)
        .offset(page.offset)
        .execute()
      return { total: asNumber(total), rows: rows.map(toDeletedLine) }
    },
  }
}

/** What lists show is kept beside the map, so that a list reads no maps. */
const fromMap = (map: JourneyMap) => ({
  title: map.title,
  summary: map.summary,
  kind: map.kind,
  stages: map.stages.length,
  cards: map.cards.length,
  journeys: map.basis?.journeys ?? null,
  customers: map.basis?.customers ?? null,
  definition: map.basis?.definition.name ?? null,
  template: map.basis?.template ?? null,
  hash: map.basis?.hash ?? null,
  map_json: JSON.stringify(map),
  portrait_json: JSON.stringify(mapPortrait(map)),
})

const toLine = (row: Pick<Tables['maps'], (typeof lineColumns)[number]>): StoredMapLine => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  kind: row.kind as JourneyMap['kind'],
  stages: asNumber(row.stages),
  cards: asNumber(row.cards),
  journeys: asNumberOrNull(row.journeys),
  customers: asNumberOrNull(row.customers),
  definition: row.definition,
  template: row.template,
  hash: row.hash,
  createdAt: asNumber(row.created_at),
  createdBy: row.created_by,
  changedAt: asNumber(row.changed_at),
  changedBy: row.changed_by,
  owner: row.owner,
  portrait: JSON.parse(row.portrait_json ?? '') as MapPortrait,
})

const toDeletedLine = (row: Parameters<typeof toLine>[0] & Pick<Tables['maps'], 'deleted_at' | 'deleted_by'>): DeletedMapLine => ({
  ...toLine(row),
  deletedAt: asNumber(row.deleted_at ?? 0),
  deletedBy: row.deleted_by ?? '',
})
