// A whole Wend with its live door in a process of its own, to be killed. Prints "listening PORT" once people may come; the maps are map-0, map-1 …
// usage: live-process.ts DIRECTORY PORT [CARDS MAPS]; with DATABASE_URL its state is in PostgreSQL
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { localOwner } from '../../src/app/actor.ts'
import { openWend } from '../../src/app/open-wend.ts'
import { realWorld } from '../../src/app/real-world.ts'
import { openLiveDoor } from '../../src/collab/live-door.ts'
import { noEvents } from '../fixtures/live-server.ts'
import { wideMap } from './wide-map.ts'

const [dataDirectory = '', port = '0', cards = '200', count = '1'] = process.argv.slice(2)
const log = (message: string, error?: unknown): void => console.error(message, error)
const databaseUrl = process.env['DATABASE_URL']
const state = databaseUrl === undefined ? {} : { databaseUrl }
const wend = await openWend({ dataDirectory, world: realWorld, log, openEvents: async () => noEvents, ...state })
for (let index = 0; index < Number(count); index++) {
  const id = `map-${index}`
  if (await wend.state.maps.get(localOwner.workspace, id)) continue
  await wend.state.maps.add(localOwner.workspace, { id, map: wideMap(Number(cards)), at: Date.now(), by: 'Owner' })
}
const server = createServer((_request, response) => response.end(String(process.memoryUsage().rss)))
const door = openLiveDoor(wend, server)
server.listen(Number(port), '127.0.0.1', () => process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`))
const stop = async (): Promise<void> => {
  await door.close()
  server.close()
  await wend.close()
}
process.once('SIGTERM', () => void stop())
