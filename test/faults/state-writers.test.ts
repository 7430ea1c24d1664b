import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStateStore } from '../../src/state/open-state-store.ts'
import { stateDrivers, type TestDatabase } from '../fixtures/state-drivers.ts'

const program = fileURLToPath(new URL('state-writer-process.ts', import.meta.url))

describe.each(stateDrivers)('processes that write at once on $name', ({ empty }) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await empty()
  })
  afterEach(() => database.remove())

  /** Starts a process for each word; when all have the state open they begin together. Gives what each said at its end. */
  async function together(what: string, names: readonly string[]): Promise<readonly string[]> {
    const writers = names.map((name) => {
      const child = spawn(execPath, [program, database.where, what, name], { stdio: ['pipe', 'pipe', 'inherit'] })
      return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), ended: once(child, 'exit') }
    })
    expect(await Promise.all(writers.map(async ({ lines }) => (await lines.next()).value as string))).toEqual(names.map(() => 'open'))
    for (const { child } of writers) child.stdin.write('go\n')
    const said = await Promise.all(writers.map(async ({ lines }) => String((await lines.next()).value)))
    await Promise.all(writers.map(({ ended }) => ended))
    return said
  }

  test('make the tables of an empty database once, and read what they then write without another between', async () => {
    expect(await together('add-jobs', ['a', 'b', 'c', 'd'])).toEqual(['done', 'done', 'done', 'done'])
    const db = new Kysely<{ jobs: { position: number | string } }>({ dialect: database.dialect() })
    const rows = await db.selectFrom('jobs').select('position').execute()
    await db.destroy()
    // A job's position is the largest so far and one: two that read the same would share it.
    expect(rows.map((row) => Number(row.position)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
  })

  test('never leave a workspace without an owner', async () => {
    const store = await openStateStore(database.dialect())
    await store.workspaces.ensure({ id: 1, name: 'First' }, { id: 1, name: 'Owner 1', role: 'owner' }, 1)
    const second = await store.people.add(1, { name: 'Owner 2', role: 'owner' })
    expect((await together('step-back', ['1', String(second.id)])).toSorted()).toEqual(['done', 'last_owner'])
    expect((await store.people.list(1, { limit: 10, offset: 0 })).rows.filter((person) => person.role === 'owner').length).toBe(1)
    await store.close()
  })
})
