import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../../test/fixtures/postgres.ts'
import { openPostgresState } from './open-postgres-state.ts'
import { nameOf, postgresDialect } from './postgres-dialect.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe('the state on PostgreSQL', () => {
  test('is open in one Wend at a time, and free again once that one has closed', async () => {
    const url = await postgres.database()
    const first = await openPostgresState(url)
    await first.uploads.add(1, { id: 'u', name: 'a.csv', bytes: 1, at: 1, by: 'Ada' })
    await expect(openPostgresState(url)).rejects.toMatchObject({ code: 'in_use' })
    await first.close()
    const again = await openPostgresState(url)
    expect(await again.uploads.has('u')).toBe(true)
    await again.close()
  })

  test('commits durably also where the server’s own setting would not', async () => {
    const url = await postgres.database()
    const admin = new Kysely<unknown>({ dialect: postgresDialect(url) })
    await sql`alter database ${sql.raw(new URL(url).pathname.slice(1))} set synchronous_commit = off`.execute(admin)
    await admin.destroy()
    const db = new Kysely<unknown>({ dialect: postgresDialect(url) })
    expect((await sql`show synchronous_commit`.execute(db)).rows).toEqual([{ synchronous_commit: 'on' }])
    await db.destroy()
  })

  test('says where it is and what to look at when it cannot be reached, never with the password', async () => {
    const nowhere = openPostgresState('postgres://ada:secret-word@127.0.0.1:1/wend')
    await expect(nowhere).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/127\.0\.0\.1:1\/wend.*DATABASE_URL/),
    })
    await expect(nowhere).rejects.not.toThrow('secret-word')
    const url = new URL(await postgres.database())
    url.pathname = '/not_there'
    await expect(openPostgresState(url.href)).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('not_there') })
    expect(nameOf('postgres://ada:secret-word@db.example:5433/wend?sslmode=require')).toBe('db.example:5433/wend')
  })

  test('goes on after the server has cut its connections', async () => {
    const url = await postgres.database()
    const db = new Kysely<{ t: { a: string } }>({ dialect: postgresDialect(url) })
    await db.schema.createTable('t').addColumn('a', 'text').execute()
    const other = new Kysely<unknown>({ dialect: postgresDialect(url) })
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      other,
    )
    await other.destroy()
    const insert = () => db.insertInto('t').values({ a: 'kept\u0000' }).execute()
    await insert().catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'unreachable' })
      return insert()
    })
    expect(await db.selectFrom('t').selectAll().execute()).toEqual([{ a: 'kept\ufffd' }])
    await db.destroy()
  })
})
