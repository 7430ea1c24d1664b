import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { localOwner } from '../../src/app/actor.ts'
import { liveClient, liveServerForTests, type LiveClient, type LiveServer } from '../fixtures/live-server.ts'
import { wideMap } from './wide-map.ts'

// The state on a small file system of its own, in memory. Mounting it needs root: `sudo npm test` where it fails.
const map = 'map-0'
let folder: string
let disk: string
let server: LiveServer
const clients: LiveClient[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wend-live-full-'))
  disk = join(folder, 'disk')
  await mkdir(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk])
  server = await liveServerForTests({ dataDirectory: join(disk, 'data') })
  await server.wend.state.maps.add(localOwner.workspace, { id: map, map: wideMap(100), at: 1, by: 'Owner' })
})
afterAll(async () => {
  for (const client of clients) client.close()
  await server.close()
  execFileSync('umount', ['-l', disk])
  await rm(folder, { recursive: true, force: true })
})

const open = (): LiveClient => {
  const client = liveClient(server.url, map)
  clients.push(client)
  return client
}
const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 30_000, interval: 20 })
const synced = (...some: readonly LiveClient[]) =>
  eventually(() => expect(some.map(({ provider }) => [provider.synced, provider.unsyncedChanges])).toEqual(some.map(() => [true, 0])))
const titleOf = ({ doc }: LiveClient): unknown => doc.getMap('about').get('title')
const setTitle = ({ doc }: LiveClient, title: string): void => void doc.getMap('about').set('title', title)

test('a full disk acknowledges nothing, says so, loses nothing, and goes on by itself when space returns', async () => {
  const [ada, bo] = [open(), open()]
  await synced(ada, bo)
  setTitle(ada, 'Before')
  await synced(ada, bo)
  await server.wend.live.settle(1, map)
  const before = await server.wend.state.mapLog.last(1, map)

  const ballast = join(disk, 'ballast')
  execFileSync('sh', ['-c', 'dd if=/dev/zero of="$1" bs=4k 2>/dev/null || true', 'sh', ballast])
  // The log may have some room left in its file: people go on until it is used up.
  let attempts = 0
  await eventually(() => {
    setTitle(ada, `Full ${attempts++} ${'x'.repeat(190)}`)
    expect(ada.said).toContainEqual({ kind: 'not_saved', message: expect.stringContaining('not saved yet') as string })
  })
  const stored = await server.wend.state.mapLog.last(1, map)
  setTitle(ada, 'While full')
  setTitle(bo, 'Bo while full')
  await eventually(() => expect(bo.said).toContainEqual(expect.objectContaining({ kind: 'not_saved' })))
  expect(ada.provider.unsyncedChanges).toBeGreaterThan(1)
  expect(bo.provider.unsyncedChanges).toBe(1)
  // Nothing that is not stored is shown to anybody else.
  expect(titleOf(ada)).toBe('While full')
  expect((await server.wend.live.read(1, map))?.title).toMatch(/^(Before|Full)/)
  expect(await server.wend.state.mapLog.last(1, map)).toBe(stored)
  await expect(server.wend.live.change(1, map, 'Owner', (doc) => doc.getMap('about').set('title', 'Refresh'))).rejects.toMatchObject({
    code: 'map_not_saved',
  })

  await rm(ballast)
  await synced(ada, bo)
  expect(ada.said).toContainEqual({ kind: 'saved_again' })
  await eventually(() => expect(titleOf(ada)).toBe(titleOf(bo)))
  expect(titleOf(ada)).toMatch(/While full|while full/)
  const fresh = open()
  await synced(fresh)
  expect(titleOf(fresh)).toBe(titleOf(ada))
  setTitle(fresh, 'After')
  await synced(fresh)
  await server.restart()
  expect((await server.wend.live.read(1, map))?.title).toBe('After')
  console.log(`live, full disk: ${attempts} edits until it was full, ${stored - before} of them stored; all of them there afterwards`)
})
