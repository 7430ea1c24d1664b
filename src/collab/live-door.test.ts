import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, type Text } from 'yjs'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import {
  liveClient,
  liveServerForTests,
  type LiveClient,
  type LiveClientOptions,
  type LiveServer,
} from '../../test/fixtures/live-server.ts'
import type { LivePresence } from '../contract/live.ts'
import { readMap } from '../document/read-map.ts'

let server: LiveServer
let map: string
const clients: LiveClient[] = []
beforeEach(async () => {
  server = await liveServerForTests({ door: { heartbeatMs: 200 } })
  map = await server.addMap(exampleMap())
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
})

const open = (options: LiveClientOptions = {}, of = map): LiveClient => {
  const client = liveClient(server.url, of, options)
  clients.push(client)
  return client
}
const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000, interval: 10 })
const synced = async (...some: readonly LiveClient[]): Promise<void> => {
  for (const { provider } of some) await eventually(() => expect([provider.synced, provider.unsyncedChanges]).toEqual([true, 0]))
}
const titleOf = ({ doc }: LiveClient): unknown => doc.getMap('about').get('title')
const setTitle = ({ doc }: LiveClient, title: unknown): void => void doc.getMap('about').set('title', title)
const summaryIn = ({ doc }: LiveClient): Text => doc.getMap('about').get('summary') as Text
const summaryOf = ({ doc }: LiveClient): string => readMap(doc).summary
const presenceOf = ({ provider }: LiveClient, of: LiveClient): LivePresence | undefined =>
  provider.awareness?.getStates().get(of.doc.clientID) as LivePresence | undefined

describe('two people on one map', () => {
  test('see the map as it is stored, and what the other changes', async () => {
    const [ada, bo] = [open(), open()]
    await synced(ada, bo)
    expect(readMap(ada.doc)).toEqual(readMap(bo.doc))
    expect(readMap(ada.doc).stages).toEqual(exampleMap().stages)
    setTitle(ada, 'Ours')
    await eventually(() => expect(titleOf(bo)).toBe('Ours'))
    await synced(ada, bo)
    expect(await server.wend.live.read(1, map)).toMatchObject({ title: 'Ours' })
  })

  test('write into one text at once, also while one of them is offline, and end with the same', async () => {
    const [ada, bo] = [open(), open()]
    await synced(ada, bo)
    ada.provider.configuration.websocketProvider.disconnect()
    summaryIn(ada).insert(0, 'offline ')
    summaryIn(bo).insert(0, 'online ')
    await synced(bo)
    await ada.provider.configuration.websocketProvider.connect()
    await synced(ada)
    await eventually(() => expect(summaryOf(bo)).toContain('offline '))
    expect(summaryOf(ada)).toBe(summaryOf(bo))
    expect((await server.wend.live.read(1, map))?.summary).toBe(summaryOf(bo))
  })

  test('see where the other is, under the name that the server knows', async () => {
    const { id } = await server.wend.state.people.add(1, { name: 'Bo', role: 'editor' })
    const [ada, bo] = [open(), open({ person: id })]
    await synced(ada, bo)
    bo.provider.awareness?.setLocalState({
      cards: ['c1'],
      editing: 'c1',
      cursor: { x: 1, y: 2, z: 3 },
      person: { id: 1, name: 'Owner', colour: 'red' },
      junk: 'x'.repeat(1000),
    })
    await eventually(() => expect(presenceOf(ada, bo)).toBeDefined())
    expect(presenceOf(ada, bo)).toEqual({
      cards: ['c1'],
      editing: 'c1',
      cursor: { x: 1, y: 2 },
      person: { id, name: 'Bo', colour: expect.stringMatching(/^#[0-9a-f]{6}$/) as string },
    })
    // Nobody moves somebody else.
    ada.provider.awareness?.setLocalState({ cards: ['c2'] })
    await eventually(() => expect(presenceOf(bo, ada)).toMatchObject({ cards: ['c2'], person: { name: 'Owner' } }))
    bo.close()
    clients.splice(clients.indexOf(bo), 1)
    await eventually(() => expect(presenceOf(ada, bo)).toBeUndefined())
  })

  test('keep their edits when Wend stops and starts again', async () => {
    const [ada, bo] = [open(), open()]
    await synced(ada, bo)
    setTitle(ada, 'Before')
    await synced(ada)
    const restarted = server.restart()
    // More than one: the later ones build on those that the stopped server never got.
    for (let key = 0; key < 5; key++) summaryIn(bo).insert(key, 'x')
    setTitle(bo, 'While away')
    await restarted
    summaryIn(bo).insert(0, 'back ')
    await synced(ada, bo)
    expect([...bo.said, ...ada.said].filter((message) => message.kind !== 'saved_again')).toEqual([])
    await eventually(() => expect(summaryOf(ada)).toMatch(/^back xxxxx/))
    await eventually(() => expect(titleOf(ada)).toBe('While away'))
    expect((await server.wend.live.read(1, map))?.title).toBe('While away')
  })
})

describe('who may', () => {
  test.each(['viewer', 'commenter'] as const)('a %s sees changes and makes none', async (role) => {
    const { id } = await server.wend.state.people.add(1, { name: 'Vi', role })
    const [ada, vi] = [open(), open({ person: id })]
    await synced(ada)
    await eventually(() => expect(vi.provider.authorizedScope).toBe('readonly'))
    setTitle(vi, 'Mine')
    summaryIn(ada).insert(0, 'seen ')
    await synced(ada)
    await eventually(() => expect(summaryOf(vi)).toContain('seen '))
    expect(vi.provider.unsyncedChanges).toBeGreaterThan(0)
    expect(titleOf(ada)).toBe(exampleMap().title)
    expect((await server.wend.live.read(1, map))?.title).toBe(exampleMap().title)
  })

  test('a role that is changed holds for those who are connected', async () => {
    const person = await server.wend.state.people.add(1, { name: 'Cy', role: 'editor' })
    const cy = open({ person: person.id })
    await synced(cy)
    await server.wend.state.people.put(1, { ...person, role: 'viewer' })
    await eventually(() => expect(cy.provider.authorizedScope).toBe('readonly'))
  })

  test('an unknown map, one of another workspace and a strange name are refused alike', async () => {
    await server.wend.state.maps.add(2, { id: 'theirs', map: exampleMap(), at: 1, by: 'Eve' })
    for (const name of ['nothing', 'theirs', '../1', 'a'.repeat(65)]) {
      const client = open({}, name)
      await eventually(() => expect([name, client.reasons]).toEqual([name, ['permission-denied']]))
      expect(client.doc.store.clients.size).toBe(0)
    }
  })

  test('pages of other sites and other names of this machine are not let in', async () => {
    const { default: WebSocket } = await import('ws')
    const statusOf = (headers: Record<string, string>, path = '') =>
      new Promise<number | undefined>((resolve) => {
        const socket = new WebSocket(server.url + path, { headers })
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
        socket.on('open', () => (resolve(101), socket.close()))
        socket.on('error', () => undefined)
      })
    const host = new URL(server.url).host
    expect(await statusOf({ origin: 'http://evil.example' })).toBe(403)
    expect(await statusOf({ origin: 'null' })).toBe(403)
    expect(await statusOf({ host: 'evil.example' })).toBe(403)
    expect(await statusOf({ origin: `http://${host}` }, '/other')).toBe(404)
    expect(await statusOf({ origin: `http://${host}` })).toBe(101)
  })

  test('no more people than the map takes', async () => {
    await server.close()
    server = await liveServerForTests({ door: { peoplePerMap: 1 } })
    map = await server.addMap(exampleMap())
    await synced(open())
    const late = open()
    await eventually(() => expect(late.reasons).toEqual(['too_many_people']))
  })
})

describe('what the server changes', () => {
  test('reaches everybody connected, is durable, and is logged under its author', async () => {
    const ada = open()
    await synced(ada)
    const told = await server.wend.live.change(1, map, 'Refresh', (doc) => {
      doc.getMap('about').set('title', 'Refreshed')
      return 7
    })
    expect(told).toBe(7)
    await eventually(() => expect(titleOf(ada)).toBe('Refreshed'))
    await server.restart()
    expect((await server.wend.live.read(1, map))?.title).toBe('Refreshed')
    const { rows } = await server.wend.state.mapLog.activity(1, map, { limit: 10, offset: 0 })
    expect(rows).toMatchObject([{ number: 1, by: 'Refresh' }])
  })

  test('changes nothing when it throws, and one follows the other', async () => {
    await expect(
      server.wend.live.change(1, map, 'Ada', (doc) => {
        doc.getMap('about').set('title', 'Half')
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect((await server.wend.live.read(1, map))?.title).toBe(exampleMap().title)
    const count = (doc: Doc) => doc.getMap('about').set('title', `${String(doc.getMap('about').get('title'))}+`)
    await Promise.all(Array.from({ length: 5 }, () => server.wend.live.change(1, map, 'Ada', count)))
    expect((await server.wend.live.read(1, map))?.title).toBe(`${exampleMap().title}+++++`)
    await expect(server.wend.live.change(1, 'nothing', 'Ada', count)).rejects.toMatchObject({ code: 'map_not_found' })
  })

  test('tells those on the map, and only those, what to ask for again', async () => {
    const other = await server.addMap(exampleMap())
    const [ada, bo] = [open(), open({}, other)]
    await synced(ada, bo)
    server.wend.live.tell(1, map, 'comments')
    server.wend.live.tell(1, other, 'versions')
    await eventually(() =>
      expect([ada.said, bo.said]).toEqual([[{ kind: 'topic', topic: 'comments' }], [{ kind: 'topic', topic: 'versions' }]]),
    )
  })

  test('writes the copy that lists read soon after', async () => {
    const ada = open()
    await synced(ada)
    setTitle(ada, 'In the list')
    await eventually(async () => {
      const { rows } = await server.wend.state.maps.list(1, { limit: 10, offset: 0 })
      expect(rows[0]).toMatchObject({ title: 'In the list', changedBy: 'Owner' })
    })
    expect((await server.wend.state.maps.get(1, map))?.number).toBe(1)
  })

  test('deleting a map sends people away, and restoring brings back all they did', async () => {
    const { deleteMap } = await import('../app/maps.ts')
    const { localOwner } = await import('../app/actor.ts')
    const ada = open()
    await synced(ada)
    setTitle(ada, 'Kept')
    await synced(ada)
    await deleteMap(localOwner, server.wend, map)
    await eventually(() => expect(ada.reasons).toContain('map_deleted'))
    expect(await server.wend.live.read(1, map)).toBeUndefined()
    const late = open()
    await eventually(() => expect(late.reasons).toEqual(['permission-denied']))
    await server.wend.state.maps.restore(1, map)
    expect((await server.wend.live.read(1, map))?.title).toBe('Kept')
    const again = open()
    await synced(again)
    expect(titleOf(again)).toBe('Kept')
  })
})

test('a map that nobody has open leaves memory and comes back whole', async () => {
  const ada = open()
  await synced(ada)
  setTitle(ada, 'Asleep')
  await synced(ada)
  ada.close()
  clients.length = 0
  await server.restart()
  const again = open()
  await synced(again)
  expect(titleOf(again)).toBe('Asleep')
  const copy = new Doc()
  applyUpdate(copy, encodeStateAsUpdate(again.doc))
  expect(readMap(copy)).toEqual(await server.wend.live.read(1, map))
})
