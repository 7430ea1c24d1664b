import type { Kysely } from 'kysely'
import { asNumber } from './as-number.ts'
import type { MapKey } from './stored-comments.ts'
import type { StoredVersionLine, VersionKind, VersionStore } from './stored-versions.ts'
import type { Tables } from './tables.ts'

const lineColumns = ['id', 'number', 'kind', 'name', 'created_at', 'by', 'authors_json', 'hash'] as const

export function versionStore(db: Kysely<Tables>): VersionStore {
  const of = ({ workspace, map }: MapKey) => db.selectFrom('map_versions').where('workspace', '=', workspace).where('map', '=', map)
  return {
    async changesSince({ workspace, map }, since) {
      const rows = await db
        .selectFrom('map_updates')
        .where('workspace', '=', workspace)
        .where('map', '=', map)
        .where('at', '>', since)
        .select((e) => ['by', e.fn.min('at').as('first'), e.fn.max('at').as('last')])
        .groupBy('by')
        .orderBy('by')
        .execute()
      return rows.map((row) => ({ by: row.by, first: asNumber(row.first), last: asNumber(row.last) }))
    },
    add: ({ workspace, map }, version) =>
      db.transaction().execute(async (tx) => {
        const { last } = await tx
          .selectFrom('map_versions')
          .where('workspace', '=', workspace)
          .where('map', '=', map)
          .select((e) => e.fn.max('number').as('last'))
          .executeTakeFirstOrThrow()
        const { id, kind, name, at, by, authors, hash, content } = version
        const number = asNumber(last ?? 0) + 1
        const row = { id, number, kind, name, created_at: at, by, authors_json: JSON.stringify(authors), hash, content }
        await tx
          .insertInto('map_versions')
          .values({ workspace, map, ...row })
          .execute()
        return toLine(row)
      }),
    async list(map, { limit, offset }) {
      const { total } = await of(map)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await of(map).select(lineColumns).orderBy('number', 'desc').limit(limit).offset(offset).execute()
      return { total: asNumber(total), rows: rows.map(toLine) }
    },
    async named(map) {
      const { total } = await of(map)
        .where('kind', '=', 'named')
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      return asNumber(total)
    },
    async newest(map) {
      const row = await of(map).select(lineColumns).orderBy('number', 'desc').limit(1).executeTakeFirst()
      return row && toLine(row)
    },
    async get({ version, ...map }) {
      const row = await of(map)
        .select([...lineColumns, 'content'])
        .where('id', '=', version)
        .executeTakeFirst()
      return row && { ...toLine(row), content: row.content }
    },
    async rename({ workspace, map, version }, name) {
      const { numUpdatedRows } = await db
        .updateTable('map_versions')
        .set({ name, kind: 'named' })
        .where('workspace', '=', workspace)
        .where('map', '=', map)
        .where('id', '=', version)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async remove({ workspace, map }, versions) {
      if (versions.length === 0) return 0
      const { numDeletedRows } = await db
        .deleteFrom('map_versions')
        .where('workspace', '=', workspace)
        .where('map', '=', map)
        .where('id', 'in', [...versions])
        .executeTakeFirstOrThrow()
      return asNumber(numDeletedRows)
    },
    async behind(limit) {
      const newest = db
        .selectFrom('map_versions')
        .select((e) => ['workspace', 'map', e.fn.max('created_at').as('at')])
        .groupBy(['workspace', 'map'])
        .as('newest')
      const rows = await db
        .selectFrom('maps')
        .leftJoin(newest, (join) => join.onRef('newest.workspace', '=', 'maps.workspace').onRef('newest.map', '=', 'maps.id'))
        .select(['maps.workspace', 'maps.id'])
        .where('maps.deleted_at', 'is', null)
        .where((e) => e.or([e('newest.at', 'is', null), e('maps.changed_at', '>', e.ref('newest.at'))]))
        .orderBy('maps.changed_at')
        .orderBy('maps.id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ workspace: asNumber(row.workspace), map: row.id }))
    },
  }
}

const toLine = (row: Pick<Tables['map_versions'], (typeof lineColumns)[number]>): StoredVersionLine => ({
  id: row.id,
  number: asNumber(row.number),
  kind: row.kind as VersionKind,
  name: row.name,
  at: asNumber(row.created_at),
  by: row.by,
  authors: JSON.parse(row.authors_json) as readonly string[],
  hash: row.hash,
})
