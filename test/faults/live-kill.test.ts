import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Doc, encodeStateAsUpdate, type Map as SharedMap, type Text } from 'yjs'
import { openPostgresState } from '../../src/state/open-postgres-state.ts'
import { openSqliteState } from '../../src/state/open-sqlite-state.ts'
import type { StateStore } from '../../src/state/state-store.ts'
import { readMap } from '../../src/document/read-map.ts'
import { liveClient, type LiveClient } from '../fixtures/live-server.ts'
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts'
import { seeded } from './seeded.ts'

// The whole Wend process is killed with SIGKILL at seeded moments while several people type. In every second round all
// tabs are gone before it starts again, so that only what is on its disk can bring their words back.
const people = 4
const map = 'map-0'

let directory: string
let child: ChildProcess | undefined
let postgres: TestPostgres | undefined
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-live-kill-'))
})
afterEach(async () => {
  await kill()
  await postgres?.stop()
  await rm(directory, { recursive: true, force: true })
})

/** Where the state is: a file in the data directory, or a database of PostgreSQL, which is not killed. */
interface Place {
  readonly rounds: number
  readonly env: NodeJS.ProcessEnv
  readonly open: () => Promise<StateStore>
}
const places = {
  SQLite: async (): Promise<Place> => ({ rounds: 50, env: {}, open: () => openSqliteState(join(directory, 'state.sqlite')) }),
  PostgreSQL: async (): Promise<Place> => {
    postgres = await startPostgres()
    const url = await postgres.database()
    return { rounds: 10, env: { DATABASE_URL: url }, open: () => openPostgresState(url) }
  },
}

async function start(port: number, env: NodeJS.ProcessEnv): Promise<number> {
  const started = spawn(process.execPath, [join(import.meta.dirname, 'live-process.ts'), directory, String(port)], {
    env: { ...process.env, ...env },
  })
  child = started
  let said = ''
  started.stderr.on('data', (part: Buffer) => (said += part.toString()))
  for await (const line of createInterface({ input: started.stdout })) {
    const [, listening] = /^listening (\d+)$/.exec(line) ?? []
    if (listening) return Number(listening)
  }
  throw new Error(`Wend did not start: ${said}`)
}

async function kill(): Promise<void> {
  const killed = child
  child = undefined
  if (!killed) return
  const gone = new Promise((resolve) => killed.once('close', resolve))
  killed.kill('SIGKILL')
  await gone
}

/** Somebody who types words that are nowhere else, and knows which of them the server acknowledged. */
class Typist {
  readonly client: LiveClient
  readonly typed: string[] = []
  readonly #name: string
  readonly #random: () => number

  constructor(port: number, name: string, random: () => number) {
    this.#name = name
    this.#random = random
    this.client = liveClient(`ws://127.0.0.1:${port}/api/v1/live`, map)
  }

  get acknowledged(): readonly string[] {
    const { provider } = this.client
    // Acknowledgements come in order, one a change.
    return this.typed.slice(0, Math.max(0, this.typed.length - provider.unsyncedChanges))
  }

  type(): void {
    const word = `${this.#name}.${this.typed.length}`
    const cards = this.client.doc.getMap<SharedMap<Text>>('cards')
    const text = cards.get(`c${Math.floor(this.#random() * 200)}`)?.get('text')
    if (!text) return
    text.insert(this.#random() < 0.5 ? 0 : text.length, `<${word}>`)
    this.typed.push(word)
  }
}

const synced = (...clients: readonly LiveClient[]) =>
  vi.waitFor(
    () => expect(clients.map(({ provider }) => [provider.synced, provider.unsyncedChanges])).toEqual(clients.map(() => [true, 0])),
    {
      timeout: 20_000,
      interval: 10,
    },
  )
/** Each word is one insertion at an end of a text, which nothing typed beside it can split. */
const wordsIn = (doc: Doc): ReadonlySet<string> => {
  const texts = [...doc.getMap<SharedMap<Text>>('cards').values()].map((card) => card.get('text')?.toJSON() ?? '')
  return new Set([...texts.join('').matchAll(/<([^<>]+)>/g)].map(([, word = '']) => word))
}

test.each(['SQLite', 'PostgreSQL'] as const)(
  'every acknowledged edit is on %s after each kill, and all replicas are equal',
  { timeout: 300_000 },
  async (name) => {
    const { rounds, env, open } = await places[name]()
    const random = seeded(11)
    let port = await start(0, env)
    const acknowledged: string[] = []
    let lost = 0
    let typed = 0
    for (let round = 0; round < rounds; round++) {
      const typists = Array.from({ length: people }, (_, index) => new Typist(port, `r${round}-${index}`, random))
      await synced(...typists.map(({ client }) => client))
      const until = performance.now() + 100 + random() * 400
      while (performance.now() < until) {
        for (const typist of typists) typist.type()
        await after(2 + random() * 10)
      }
      for (let more = 0; more < 20; more++) for (const typist of typists) typist.type()
      if (random() < 0.7) await after(random() * 8)
      const killed = kill()
      // What is on its way in this moment may be lost, but not if it was acknowledged.
      for (let more = 0; more < 5; more++) {
        for (const typist of typists) typist.type()
        await after(0)
      }
      await killed
      const known = typists.flatMap((typist) => typist.acknowledged)
      typed += typists.flatMap((typist) => typist.typed).length
      const survive = round % 2 === 1
      if (!survive) for (const { client } of typists) client.close()
      port = await start(port, env)
      const fresh = liveClient(`ws://127.0.0.1:${port}/api/v1/live`, map)
      await synced(fresh, ...(survive ? typists.map(({ client }) => client) : []))
      acknowledged.push(...(survive ? typists.flatMap((typist) => typist.typed) : known))
      await vi.waitFor(
        () => {
          const state = encodeStateAsUpdate(fresh.doc)
          for (const { client } of survive ? typists : []) expect(encodeStateAsUpdate(client.doc).length).toBe(state.length)
        },
        { timeout: 20_000, interval: 20 },
      )
      if (survive) for (const { client } of typists) expect(readMap(client.doc)).toEqual(readMap(fresh.doc))
      const words = wordsIn(fresh.doc)
      lost = acknowledged.filter((word) => !words.has(word)).length
      for (const { client } of typists) client.close()
      fresh.close()
      expect(lost).toBe(0)
    }
    await kill()
    const store = await open()
    const last = await store.mapLog.last(1, map)
    await store.close()
    expect(acknowledged.length).toBeGreaterThan(rounds * people)
    console.log(
      `live on ${name}: killed ${rounds} times: ${typed} edits typed, ${acknowledged.length} acknowledged, ${lost} lost, ${last} updates in the log`,
    )
  },
)
