import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Doc } from 'yjs'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { liveClient, liveServerForTests, type LiveClient, type LiveServer } from '../../test/fixtures/live-server.ts'
import { applyEdit } from '../document/apply-edit.ts'
import type { Edit } from '../journey/edit.ts'
import type { CardId, LaneId } from '../journey/map.ts'
import { localOwner } from './actor.ts'
import { mapActivity } from './map-activity.ts'
import { addPerson } from './people.ts'
import { restoreVersion } from './restore-version.ts'
import { nameVersion } from './versions.ts'

const map = exampleMap()
const [stage, next] = map.stages as [(typeof map.stages)[number], (typeof map.stages)[number]]
const [step] = stage.steps as [(typeof stage.steps)[number]]
const [lane] = map.lanes as [(typeof map.lanes)[number]]

/** A clock that the test moves: activity is put together by the minute. */
let now = 1_800_000_000_000
let ids = 0
let server: LiveServer
beforeAll(async () => {
  server = await liveServerForTests({ world: { now: () => now, newId: () => `id-${(ids += 1)}` } })
})
afterAll(() => server.close())

const activity = async (id: string) => {
  const { rows } = await mapActivity(localOwner, server.wend, { id, limit: 50 })
  return rows.map(({ by, things, total }) => [by, things.map(({ what, id: of, name }) => [what, of, name]), total])
}
const saved = ({ provider }: LiveClient) =>
  vi.waitFor(() => expect([provider.synced, provider.unsyncedChanges]).toEqual([true, 0]), { timeout: 10_000, interval: 5 })
const edit = (doc: Doc, one: Edit): void => expect(applyEdit(doc, one).ok).toBe(true)

/** A tab of a new person with the map open. */
async function tab(id: string, name: string): Promise<LiveClient & { does(...edits: readonly Edit[]): Promise<void> }> {
  const { id: person } = await addPerson(localOwner, server.wend, { name, role: 'editor' })
  const client = liveClient(server.url, id, { person })
  await saved(client)
  return {
    ...client,
    async does(...edits) {
      now += 60_000
      for (const one of edits) edit(client.doc, one)
      await saved(client)
    },
  }
}

test('what people really edit is told by stage, step, lane and card, with the names of now', async () => {
  const id = await server.addMap(map)
  const ada = await tab(id, 'Ada')
  const card = 'card-new' as CardId
  const newLane = 'lane-new' as LaneId
  await ada.does({ kind: 'rename-stage', stage: stage.id, name: 'Look around' })
  await ada.does({ kind: 'rename-step', step: step.id, name: 'First look' })
  await ada.does({ kind: 'add-lane', lane: newLane, laneKind: lane.kind, name: 'Our work', hint: '', before: null })
  const place = { lane: lane.id, stage: next.id, step: null, before: null }
  await ada.does({ kind: 'add-card', card, place, body: { kind: 'text', text: 'Waits too long' } })
  const bo = await tab(id, 'Bo')
  await bo.does({ kind: 'set-title', title: 'Buying' })
  await bo.does({ kind: 'remove-cards', cards: [card] })
  expect(await activity(id)).toEqual([
    ['Bo', [['card', card, null]], 1],
    ['Bo', [], 0],
    ['Ada', [['card', card, null]], 1],
    ['Ada', [['lane', newLane, 'Our work']], 1],
    ['Ada', [['step', step.id, 'First look']], 1],
    ['Ada', [['stage', stage.id, 'Look around']], 1],
  ])
  for (const client of [ada, bo]) client.close()
})

test('many things of one minute are one group, and what the server does for somebody is theirs', async () => {
  const id = await server.addMap(map)
  const cy = await tab(id, 'Cy')
  const version = await nameVersion(localOwner, server.wend, { map: id, name: 'Before' })
  await cy.does(...map.cards.slice(0, 30).map((one): Edit => ({ kind: 'flag-cards', cards: [one.id], flag: 'pinned', on: true })), {
    kind: 'rename-stage',
    stage: stage.id,
    name: 'Look around',
  })
  const [group] = (await mapActivity(localOwner, server.wend, { id, limit: 50 })).rows
  expect(group).toMatchObject({ by: 'Cy', total: Math.min(30, map.cards.length) + 1 })
  expect(group?.things.length).toBe(Math.min(20, group?.total ?? 0))
  now += 60_000
  await restoreVersion(localOwner, server.wend, { map: id, version: version.id })
  const [restored] = (await mapActivity(localOwner, server.wend, { id, limit: 50 })).rows
  expect(restored).toMatchObject({ by: localOwner.person.name, total: group?.total })
  cy.close()
})
