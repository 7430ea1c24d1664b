// How fast an edit is on other people's screens, and when it is on disk. The server is a process of its own; people are
// thin clients that keep no document, so that the load is the server's. usage: node bench/live.ts [SECONDS]
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { applyUpdate, Doc, encodeStateVector, type Map as SharedMap, type Text } from 'yjs'

const seconds = Number(process.argv[2] ?? 10)
const sync = 0
const auth = 2
const syncReply = 4
const syncStatus = 8

interface Timed {
  readonly toScreens: number[]
  readonly toDisk: number[]
}

/** Somebody connected: sees updates go by, and knows when its own are stored. */
class Person {
  readonly #socket: WebSocket
  readonly #name: string
  readonly #seen: (update: Uint8Array) => void
  readonly #waiting: number[] = []
  readonly #toDisk: number[]
  readonly ready: Promise<void>
  /** Only an author keeps the map, to write valid changes. */
  readonly doc: Doc | undefined

  constructor(
    port: number,
    map: string,
    how: { readonly author: boolean; readonly toDisk: number[]; readonly seen: (update: Uint8Array) => void },
  ) {
    this.#name = `map/${map}`
    this.#seen = how.seen
    this.#toDisk = how.toDisk
    this.doc = how.author ? new Doc() : undefined
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/live`, { perMessageDeflate: false })
    this.#socket.binaryType = 'nodebuffer'
    this.ready = new Promise((resolve, reject) => {
      this.#socket.on('error', reject)
      this.#socket.on('open', () => {
        this.#send(auth, (encoder) => (writeVarUint(encoder, 0), writeVarString(encoder, 'none')))
        this.#send(sync, (encoder) => (writeVarUint(encoder, 0), writeVarUint8Array(encoder, encodeStateVector(new Doc()))))
      })
      this.#socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data), resolve))
    })
    this.doc?.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.#waiting.push(performance.now())
      this.#send(sync, (encoder) => (writeVarUint(encoder, 2), writeVarUint8Array(encoder, update)))
    })
  }

  edit(mark: string): void {
    const cards = this.doc?.getMap<SharedMap<Text>>('cards')
    cards
      ?.get(`c${Math.floor(Math.random() * cards.size)}`)
      ?.get('text')
      ?.insert(0, mark)
  }

  close(): void {
    this.#socket.terminate()
  }

  #hear(data: Uint8Array, ready: () => void): void {
    if (data.length === 1) return
    const decoder = createDecoder(data)
    readVarString(decoder)
    const type = readVarUint(decoder)
    if (type === syncStatus) {
      const sent = this.#waiting.shift()
      if (sent !== undefined) this.#toDisk.push(performance.now() - sent)
      return
    }
    if (type !== sync && type !== syncReply) return
    const step = readVarUint(decoder)
    if (step === 0) return
    const update = readVarUint8Array(decoder)
    if (this.doc) applyUpdate(this.doc, update, this)
    if (step === 1) return ready()
    this.#seen(update)
  }

  #send(type: number, write: (encoder: ReturnType<typeof createEncoder>) => unknown): void {
    const encoder = createEncoder()
    writeVarString(encoder, this.#name)
    writeVarUint(encoder, type)
    write(encoder)
    this.#socket.send(toUint8Array(encoder))
  }
}

interface Case {
  readonly maps: number
  readonly peoplePerMap: number
  readonly cards: number
  readonly editsPerSecond: number
}

async function run({
  maps,
  peoplePerMap,
  cards,
  editsPerSecond,
}: Case): Promise<Timed & { readonly rss: number; readonly edits: number; readonly missing: number }> {
  const directory = await mkdtemp(join(tmpdir(), 'wend-live-bench-'))
  const { child, port } = await start(directory, cards, maps)
  const timed: Timed = { toScreens: [], toDisk: [] }
  const sent = new Map<string, number>()
  const marks = /~(\d+)~/g
  const seen = (update: Uint8Array): void => {
    const now = performance.now()
    for (const [mark] of Buffer.from(update).toString('latin1').matchAll(marks)) {
      const at = sent.get(mark)
      if (at !== undefined) timed.toScreens.push(now - at)
    }
  }
  const people: Person[] = []
  try {
    for (let map = 0; map < maps; map++) {
      const here = Array.from(
        { length: peoplePerMap },
        (_, index) => new Person(port, `map-${map}`, { author: index === 0 || (maps === 1 && index < 10), toDisk: timed.toDisk, seen }),
      )
      await Promise.all(here.map((person) => person.ready))
      people.push(...here)
    }
    const authors = people.filter((person) => person.doc)
    let edits = 0
    const began = performance.now()
    while (performance.now() - began < seconds * 1000) {
      const due = ((performance.now() - began) / 1000) * editsPerSecond
      for (; edits < due; edits++) {
        const mark = `~${edits}~`
        sent.set(mark, performance.now())
        authors[edits % authors.length]?.edit(mark)
      }
      await after(5)
    }
    await after(3000)
    const rss = Number(await (await fetch(`http://127.0.0.1:${port}/`)).text())
    return { ...timed, rss, edits, missing: edits * peoplePerMap - timed.toScreens.length }
  } finally {
    for (const person of people) person.close()
    child.kill('SIGKILL')
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function start(directory: string, cards: number, maps: number): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const script = join(import.meta.dirname, '../test/faults/live-process.ts')
  const child = spawn(process.execPath, [script, directory, '0', String(cards), String(maps)], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^listening (\d+)$/.exec(line) ?? []
    if (port) return { child, port: Number(port) }
  }
  throw new Error('the server did not start')
}

/** Nearest rank. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
const ms = (value: number): string => `${value.toFixed(1)} ms`

async function tell(name: string, one: Case, target: string): Promise<void> {
  const { toScreens, toDisk, rss, edits, missing } = await run(one)
  console.log(`${name}: ${edits} edits, ${toScreens.length} deliveries (${missing} missing)`)
  console.log(`  edit to a screen   p50 ${ms(quantile(toScreens, 0.5))}, p99 ${ms(quantile(toScreens, 0.99))}   (target p99 ${target})`)
  console.log(`  acknowledged, durable  p50 ${ms(quantile(toDisk, 0.5))}, p95 ${ms(quantile(toDisk, 0.95))}   (target p95 < 100 ms)`)
  console.log(`  memory of the server ${(rss / 1e6).toFixed(0)} MB   (target < 2000 MB)`)
}

console.log(
  `load of the machine before: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)
await tell('100 people on one map of 2,000 cards', { maps: 1, peoplePerMap: 100, cards: 2000, editsPerSecond: 40 }, '< 50 ms')
await tell('200 maps of 200 cards, 5 people each', { maps: 200, peoplePerMap: 5, cards: 200, editsPerSecond: 180 }, '< 100 ms')
if (process.argv.includes('--large'))
  await tell('200 maps of 2,000 cards, 5 people each', { maps: 200, peoplePerMap: 5, cards: 2000, editsPerSecond: 180 }, '< 100 ms')
