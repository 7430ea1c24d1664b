import type { Kysely } from 'kysely'
import type { JourneyMap } from '../journey/map.ts'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { MapStore, StoredMapLine } from './state-store.ts'
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
] as const

export function mapStore(db: Kysely<Tables>): MapStore {
  const of = (workspace: number) => db.selectFrom('maps').where('workspace', '=', workspace)
  return {
    async add(workspace, { id, map, at, by }) {
      const row = await db
        .insertInto('maps')
        .values({ workspace, id, ...fromMap(map), created_at: at, created_by: by, changed_at: at, changed_by: by })
        .returning(lineColumns)
        .executeTakeFirstOrThrow()
      return toLine(row)
    },
    async get(workspace, id) {
      const row = await of(workspace)
        .select([...lineColumns, 'map_json'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && { ...toLine(row), map: JSON.parse(row.map_json) as JourneyMap }
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
    async replace(workspace, { id, map, at, by }) {
      const row = await db
        .updateTable('maps')
        .set({ ...fromMap(map), changed_at: at, changed_by: by })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .returning(lineColumns)
        .executeTakeFirst()
      return row && toLine(row)
    },
    async remove(workspace, id) {
      const { numDeletedRows } = await db
        .deleteFrom('maps')
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
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
})
