import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Doc, encodeStateAsUpdate, Map as SharedMap } from 'yjs'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { liveClient, liveServerForTests, type LiveClient, type LiveServer } from '../../test/fixtures/live-server.ts'
import { readMap } from '../document/read-map.ts'

let server: LiveServer
let map: string
const clients: LiveClient[] = []
beforeEach(async () => {
  server = await liveServerForTests()
  map = await server.addMap(exampleMap())
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
})

const open = (): LiveClient => {
  const client = liveClient(server.url, map)
  clients.push(client)
  return client
}
const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000, interval: 10 })
const synced = async (...some: readonly LiveClient[]): Promise<void> => {
  for (const { provider } of some) await eventually(() => expect([provider.synced, provider.unsyncedChanges]).toEqual([true, 0]))
}
const setTitle = ({ doc }: LiveClient, title: unknown): void => void doc.getMap('about').set('title', title)

describe('a client that sends what a map cannot hold', () => {
  const attacks: readonly (readonly [string, (doc: Doc) => void])[] = [
    ['a value of the wrong kind', (doc) => void doc.getMap('about').set('title', 5)],
    ['an unknown key', (doc) => void doc.getMap('about').set('html', '<script>')],
    ['an unknown root', (doc) => void doc.getMap('mine').set('a', 1)],
    ['a fact', (doc) => void doc.getMap('facts').set('river', { journeys: 1, ribbons: [] })],
    ['a card that is no card', (doc) => void doc.getMap('cards').set('c', 'text')],
    ['a shape inside a field', (doc) => void doc.getMap('about').set('title', new SharedMap())],
    ['far too much', (doc) => void doc.getMap('about').set('title', 'x'.repeat(300_000))],
  ]

  test.each(attacks)('is refused for %s, and nobody else sees it', async (_name, attack) => {
    const [ada, eve] = [open(), open()]
    await synced(ada, eve)
    const before = JSON.stringify(readMap(ada.doc))
    attack(eve.doc)
    await eventually(() => expect(eve.said).toMatchObject([{ kind: 'refused', message: expect.stringMatching(/./) as string }]))
    await eventually(() => expect(eve.reasons).toContain('refused'))
    setTitle(ada, 'Still works')
    await synced(ada)
    const fresh = open()
    await synced(fresh)
    expect(readMap(fresh.doc)).toEqual({ ...(JSON.parse(before) as object), title: 'Still works' })
    expect(encodeStateAsUpdate(fresh.doc)).toEqual(encodeStateAsUpdate(ada.doc))
  })

  test('is kept out for a while after many refusals', async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      const eve = open()
      await synced(eve)
      eve.doc.getMap('facts').set('river', attempt)
      await eventually(() => expect(eve.reasons).toContain('refused'))
    }
    const again = open()
    await eventually(() => expect(again.reasons).toEqual(['too_many_refusals']))
  })

  test('sends garbage and is disconnected, and the others go on', async () => {
    const { default: WebSocket } = await import('ws')
    const ada = open()
    await synced(ada)
    for (const bytes of [[], [0], [255, 255, 255], [4, 109, 97, 112, 47, 0, 2, 9, 9], [10], new Uint8Array(5_000_000)]) {
      const socket = new WebSocket(server.url)
      await new Promise((resolve) => socket.on('open', resolve))
      socket.on('error', () => undefined)
      socket.send(Uint8Array.from(bytes))
      socket.close()
    }
    setTitle(ada, 'Fine')
    await synced(ada)
  })
})
